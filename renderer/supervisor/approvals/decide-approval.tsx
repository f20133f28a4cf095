import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApprovalDetail } from '#shared/billing/approval.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useAway } from '../../desk/use-away.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { leavePlainKeys } from '../../parts/leave-plain-keys.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useMoment } from '../../parts/region-clock.tsx';
import { useReason } from '../../parts/use-reason.ts';
import facts from '../exceptions/outcome-detail.module.css';
import classes from './approvals.module.css';
import { DecidedNote } from './decided-note.tsx';
import { wordOfDone } from './say-done.ts';
import { useReadAgain } from './use-approvals.ts';
import { WhatFollows } from './what-follows.tsx';

/** Money leaves by this key alone. */
const APPROVE_KEY = 'Ctrl+Enter';

/** Says yes or no with a reason; what became of it stays, and so does what came before it from somebody else. */
export function DecideApproval({ approval }: { approval: ApprovalDetail }) {
  const { t } = useTranslation(['approvals', 'balance', 'problems']);
  const showMoment = useMoment();
  const { kind, approvalId, follows, refusal, state, decided, payment } = approval;
  const decide = useAskTo('approvals.decide');
  const readAgain = useReadAgain(approval);
  const away = useAway();
  const reason = useReason();
  const closed = away || decide.isPending;

  function run(isYes: boolean) {
    const given = reason.give();
    if (given === undefined || closed) return;
    const decision = isYes ? 'approve' : 'decline';
    decide.mutate({ kind, approvalId, decision, reason: given, follows }, { onSettled: readAgain });
  }
  const mayApprove = state === 'requested' && follows !== null;
  useKeys(mayApprove ? { [APPROVE_KEY]: { does: t('approve'), run: () => run(true) } } : {});

  if (decide.data) {
    const { use } = decide.data;
    const until = use ? sayDate('en', use.goodUntil) : '';
    return (
      <>
        <p role="status" className={classes.done}>
          {t(`did.${wordOfDone(decide.data)}`, { until })}
        </p>
        <DecidedNote approval={decide.data} />
      </>
    );
  }
  return (
    <>
      <RefusedNote refused={decide.error}>
        {decided && (
          <p>
            {t('meanwhile', {
              state: t(`state.${state === 'declined' ? 'declined' : 'approved'}`),
              name: decided.byName,
              at: showMoment(decided.at),
              reason: decided.why,
            })}
          </p>
        )}
        {payment && (
          <p>
            {t('became', {
              state: t(`balance:states.${payment.state}`),
              at: showMoment(payment.stateAt),
            })}
          </p>
        )}
      </RefusedNote>
      {state !== 'requested' ? (
        <DecidedNote approval={approval} />
      ) : (
        <WhatFollows approval={approval} />
      )}
      {state === 'requested' && refusal !== 'own_approval' && (
        <div className={facts.deciding}>
          <ReasonBox autoFocus reason={reason} label={t('reason')} hint={t('reasonHint')} />
          <div className={classes.actions}>
            {mayApprove && (
              <Button
                aria-disabled={closed}
                {...(closed && { 'data-disabled': true })}
                aria-keyshortcuts="Control+Enter"
                rightSection={<Keycap name={APPROVE_KEY} />}
                onKeyDown={leavePlainKeys}
                onClick={() => run(true)}
              >
                {t('approve')}
              </Button>
            )}
            <Button
              variant="outline"
              color="var(--stop)"
              aria-disabled={closed}
              {...(closed && { 'data-disabled': true })}
              onClick={() => run(false)}
            >
              {t('decline')}
            </Button>
          </div>
          {away && <p className={classes.needs}>{t('needsBackend')}</p>}
        </div>
      )}
    </>
  );
}
