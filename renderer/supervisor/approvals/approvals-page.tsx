import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../export/export-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { focusPane } from '../../parts/focus.ts';
import { HiddenHeading } from '../../parts/hidden-heading.tsx';
import { Pane } from '../../parts/pane.tsx';
import { useFocusKept } from '../../parts/use-focus-kept.ts';
import { RefundsToPayOut } from '../refunds/refunds-to-pay-out.tsx';
import page from '../supervisor-page.module.css';
import { usePaneKeys } from '../use-pane-keys.ts';
import { ApprovalPane } from './approval-pane.tsx';
import { ApprovalQueue } from './approval-queue.tsx';
import { useChosenApproval, useShownKind } from './use-approvals.ts';

/** What waits for a second person at the left, the chosen request with what follows from a yes at the right. */
export function ApprovalsPage() {
  const { t } = useTranslation('approvals');
  const [chosen, choose] = useChosenApproval();
  const [kind] = useShownKind();
  useFocusKept('approvals');
  usePaneKeys(
    { pane: 'approvals', does: t('keys.list') },
    { pane: 'approval', does: t('keys.chosen') },
  );
  return (
    <div className={page.panes}>
      <HiddenHeading>{t('title')}</HiddenHeading>
      <Pane
        id="approvals"
        title={t('title')}
        scrolledByKey
        aside={
          <ExportButton
            what={[
              { list: 'approvals', filters: { ...(kind && { kind }) } },
              { list: 'refundsToPayOut' },
            ]}
          />
        }
      >
        <ApprovalQueue
          chosen={chosen}
          onChoose={({ kind, approvalId }) => {
            choose({ kind, approvalId });
            focusPane('approval');
          }}
        />
        <RefundsToPayOut />
      </Pane>
      <div className={page.record}>
        <Pane id="approval" title={t('chosen')} scrolledByKey>
          {chosen ? (
            <ApprovalPane key={chosen.approvalId} chosen={chosen} />
          ) : (
            <EmptyState title={t('chooseTitle')}>{t('choose')}</EmptyState>
          )}
        </Pane>
      </div>
    </div>
  );
}
