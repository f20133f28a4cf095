import { useTranslation } from 'react-i18next';
import type { ShownAuditRecord } from '#shared/contract/audit.ts';
import { GridHead } from '../../grid/grid-head.tsx';
import { VirtualGrid } from '../../grid/virtual-grid.tsx';
import classes from './trail.module.css';
import { TrailRow, trailColumns } from './trail-row.tsx';
import type { Trail } from './use-trail.ts';

/** The records that were found, a row for each. */
export function TrailGrid({
  records,
  trail,
  chosen,
  onChoose,
}: {
  records: readonly ShownAuditRecord[];
  trail: Trail;
  chosen: number | null;
  onChoose: (position: number) => void;
}) {
  const { t } = useTranslation('trail');
  return (
    <VirtualGrid
      id="trail"
      label={t('grid')}
      columnsClass={classes.columns}
      columnCount={trailColumns.length}
      rows={records}
      keyOf={({ position }) => position}
      pages={trail}
      chosen={chosen}
      onChoose={onChoose}
      head={<GridHead columns={trailColumns} titleOf={name => t(`columns.${name}`)} />}
    >
      {(record, place, choose) => <TrailRow {...place} record={record} onChoose={choose} />}
    </VirtualGrid>
  );
}
