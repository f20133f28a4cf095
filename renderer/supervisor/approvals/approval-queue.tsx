import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApprovalKind } from '#shared/billing/approval.ts';
import { useReadAt } from '../../desk/use-now.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { MoreRows } from '../../parts/more-rows.tsx';
import { moveAmongRows } from '../../parts/move-among-rows.ts';
import look from '../../parts/rows.module.css';
import { ReadNote } from '../read-note.tsx';
import { ApprovalRow } from './approval-row.tsx';
import { type ChosenApproval, useShownKind, useWaitingApprovals } from './use-approvals.ts';

const kinds = ['all', ...ApprovalKind.options] as const;

/** What waits, of one kind or all, the oldest first. Arrow keys move, Enter chooses. */
export function ApprovalQueue({
  chosen,
  onChoose,
}: {
  chosen: ChosenApproval | null;
  onChoose: (approval: ChosenApproval) => void;
}) {
  const { t } = useTranslation('approvals');
  const [kind, show] = useShownKind();
  const waiting = useWaitingApprovals(kind);
  const { data, dataUpdatedAt } = waiting;
  const readAt = useReadAt(dataUpdatedAt);
  const rows = data?.pages.flatMap(({ approvals }) => approvals) ?? [];
  return (
    <>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={t('kinds')}
        value={kind ?? 'all'}
        onChange={value => show(ApprovalKind.options.find(each => each === value) ?? null)}
        data={kinds.map(value => ({
          value,
          label: value === 'all' ? t('all') : t(`kind.${value}`),
        }))}
      />
      <ReadNote
        reading={waiting}
        words={{ away: t('asItWas', { time: readAt }), again: t('again'), reading: t('reading') }}
      />
      {data && rows.length === 0 && (
        <EmptyState title={t('emptyTitle')}>{t(kind ? 'emptyKind' : 'empty')}</EmptyState>
      )}
      {rows.length > 0 && (
        <ul aria-label={t('list')} className={look.list} onKeyDown={moveAmongRows}>
          {rows.map((approval, index) => (
            <li key={approval.approvalId}>
              <UnstyledButton
                className={look.row}
                aria-current={approval.approvalId === chosen?.approvalId || undefined}
                onClick={() => onChoose(approval)}
                {...(index === 0 && { 'data-focus-first': true })}
              >
                <ApprovalRow approval={approval} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <MoreRows pages={waiting}>{t('more')}</MoreRows>
    </>
  );
}
