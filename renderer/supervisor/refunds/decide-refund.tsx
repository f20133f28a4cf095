import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefundDecision, WaitingRefund } from '#shared/contract/after-payment.ts';
import { SHORTEST_REASON } from '#shared/text/shortest-reason.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { leavePlainKeys } from '../../parts/leave-plain-keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
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
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < SHORTEST_REASON;

  function run(decision: RefundDecision['decision']) {
    setTried(true);
    if (short || decide.isPending) return;
    const { refundKey } = refund;
    decide.mutate({ refundKey, decision, reason: reason.trim() }, { onSuccess: onDecided });
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
      <Textarea
        autoFocus
        label={t('reason')}
        description={t('reasonHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={reason}
        error={tried && short && t('reasonMissing')}
        errorProps={{ role: 'alert' }}
        maxLength={500}
        rows={2}
        onChange={event => setReason(event.currentTarget.value)}
      />
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
