import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RefundDecision, WaitingRefund } from '#shared/contract/after-payment.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { leavePlainKeys } from '../../parts/leave-plain-keys.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './decide-refund.module.css';

/** Money leaves by this key alone. */
const APPROVE_KEY = 'Ctrl+Enter';

/** Approves or declines a refund, with a reason; what became of it stays. */
export function DecideRefund({
  refund,
  onDecided,
}: {
  refund: WaitingRefund;
  onDecided: () => void;
}) {
  const { t } = useTranslation('afterPayment');
  const decide = useAskTo('refunds.decide');
  const reason = useReason();

  function run(decision: RefundDecision['decision']) {
    const given = reason.give();
    if (given === undefined || decide.isPending) return;
    const { refundKey } = refund;
    decide.mutate({ refundKey, decision, reason: given }, { onSuccess: onDecided });
  }

  useKeys(
    decide.data ? {} : { [APPROVE_KEY]: { does: t('waiting.approve'), run: () => run('approve') } },
  );
  if (decide.data) {
    const state = t(`waiting.state.${decide.data.state}`);
    return (
      <p role="status" className={classes.done}>
        {t('waiting.done', { state })}
      </p>
    );
  }
  return (
    <div className={classes.form}>
      <ReasonBox autoFocus reason={reason} label={t('reason')} hint={t('reasonHint')} />
      <RefusedNote refused={decide.error} />
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          aria-keyshortcuts="Control+Enter"
          rightSection={<Keycap name={APPROVE_KEY} />}
          onKeyDown={leavePlainKeys}
          onClick={() => run('approve')}
        >
          {t('waiting.approve')}
        </Button>
        <Button
          size="compact-sm"
          variant="outline"
          color="var(--stop)"
          onClick={() => run('decline')}
        >
          {t('waiting.decline')}
        </Button>
      </div>
    </div>
  );
}
