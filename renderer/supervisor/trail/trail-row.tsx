import { useTranslation } from 'react-i18next';
import { sayAction, sayOutcome, sayUser, sayWord } from '#shared/audit/say-record.ts';
import type { ShownAuditRecord } from '#shared/contract/audit.ts';
import type { GridColumn } from '../../grid/grid-column.ts';
import { GridRow, type RowPlace } from '../../grid/grid-row.tsx';
import { showCount, showInstant } from './show-figures.ts';

type ColumnName = 'at' | 'user' | 'action' | 'subject' | 'outcome' | 'position';

export const trailColumns: readonly GridColumn<ColumnName>[] = [
  { name: 'at' },
  { name: 'user' },
  { name: 'action' },
  { name: 'subject' },
  { name: 'outcome' },
  { name: 'position', atEnd: true },
];

/** One record of the trail. */
export function TrailRow({
  record,
  onChoose,
  ...place
}: RowPlace & { record: ShownAuditRecord; onChoose: (position: number) => void }) {
  const { t } = useTranslation('trail');
  const { at, user, action, subjectKind, subject, outcome, position } = record;
  const cells = {
    at: showInstant(at),
    user: user === null ? t('byItself') : sayUser(user),
    action: sayAction(action),
    subject: [sayWord(subjectKind), subject].filter(Boolean).join(' '),
    outcome: sayOutcome(outcome),
    position: showCount(position),
  };
  return (
    <GridRow {...place} columns={trailColumns} cells={cells} onChoose={() => onChoose(position)} />
  );
}
