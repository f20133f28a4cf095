import { useTranslation } from 'react-i18next';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { GridHead } from '../grid/grid-head.tsx';
import { VirtualGrid } from '../grid/virtual-grid.tsx';
import { useKeys } from '../parts/keys.ts';
import { gridColumns } from './grid-columns.ts';
import { PaymentRow, type ShownPayment } from './grid-row.tsx';
import classes from './payment-grid.module.css';
import type { UseAsked } from './use-asked.ts';
import type { useFound } from './use-found.ts';

/** What was found, a row for each; a title sorts by its column. */
export function PaymentGrid({
  payments,
  busy,
  found,
  use,
  chosen,
  onChoose,
}: {
  payments: readonly ShownPayment[];
  /** These rows are not yet what the backend answers to the search as it stands. */
  busy: boolean;
  /** What brings the next page; there is none of what the copy shows. */
  found: ReturnType<typeof useFound> | null;
  use: UseAsked;
  chosen: AttemptKey | null;
  onChoose: (key: AttemptKey) => void;
}) {
  const { t } = useTranslation('search');
  const { sort } = use.asked;
  useKeys(
    Object.fromEntries(
      gridColumns.flatMap(({ name, by }, index) =>
        by
          ? [
              [
                `Ctrl+${index + 1}`,
                {
                  does: t('keys.sort', { column: t(`columns.${name}`) }),
                  run: () => use.sortBy(by),
                  shown: 'help' as const,
                },
              ],
            ]
          : [],
      ),
    ),
  );

  return (
    <VirtualGrid
      id="found"
      label={t('grid')}
      columnsClass={classes.columns}
      columnCount={gridColumns.length}
      rows={payments}
      busy={busy}
      keyOf={({ key }) => key}
      pages={found}
      chosen={chosen}
      onChoose={onChoose}
      head={
        <GridHead
          columns={gridColumns}
          titleOf={name => t(`columns.${name}`)}
          sortOf={({ by }) =>
            by === null
              ? undefined
              : {
                  direction: by === sort.by ? sort.direction : 'none',
                  onSort: () => use.sortBy(by),
                }
          }
        />
      }
    >
      {(payment, place, choose) => <PaymentRow {...place} payment={payment} onChoose={choose} />}
    </VirtualGrid>
  );
}
