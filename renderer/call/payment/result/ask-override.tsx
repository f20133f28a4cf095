import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import type { AskedApproval } from '#shared/billing/approval.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { ask, useAskTo } from '../../../desk/ask.ts';
import type { Refused } from '../../../desk/refused.ts';
import { useChanges } from '../../../desk/use-changes.ts';
import { useSpoken } from '../../../parts/use-spoken.ts';
import { ActionForm } from '../../after-payment/action-form.tsx';
import classes from './result.module.css';

/** What was asked about this payment, read again as supervisors decide. */
function useAskedOf(key: AttemptKey) {
  const { data, refetch } = useQuery<CallOutput<'approvals.ofPayment'>, Refused>({
    queryKey: ['approvals.ofPayment', { key }],
    queryFn: () => ask('approvals.ofPayment', { key }),
  });
  const asked = data?.approvals.filter(({ kind }) => kind === 'override') ?? [];
  useChanges(() => void refetch(), asked.length > 0);
  return { asked, readAgain: () => void refetch() };
}

/** Asks a supervisor to allow another payment beside one whose outcome is open; what they decide appears here. */
export function AskOverride({ paymentKey }: { paymentKey: AttemptKey }) {
  const { t } = useTranslation('approvals');
  const [begun, setBegun] = useState(false);
  const { asked, readAgain } = useAskedOf(paymentKey);
  const waits = asked.some(({ state }) => state === 'requested');
  return (
    <div className={classes.part}>
      <h4 className={classes.label}>{t('override.title')}</h4>
      {asked.map(each => (
        <Standing key={each.approvalId} asked={each} />
      ))}
      {begun && <AskForm paymentKey={paymentKey} onAsked={readAgain} />}
      {!begun && !waits && (
        <>
          <p>{t('override.intro')}</p>
          <Button size="compact-sm" variant="default" mt="xs" onClick={() => setBegun(true)}>
            {t('override.begin')}
          </Button>
        </>
      )}
    </div>
  );
}

function Standing({ asked: { kind, state, decided } }: { asked: AskedApproval }) {
  const { t } = useTranslation('approvals');
  const { byName: name = '', why: reason = '' } = decided ?? {};
  const about = { kind: t(`kind.${kind}`), name, reason };
  return <p role="status">{t(`standing.${state}`, about)}</p>;
}

function AskForm({ paymentKey, onAsked }: { paymentKey: AttemptKey; onAsked: () => void }) {
  const { t } = useTranslation('approvals');
  const { say } = useSpoken();
  const [requestId] = useState(() => uuid());
  const askFor = useAskTo('approvals.askOverride');
  return (
    <ActionForm
      does={t('override.do')}
      reasonLabel={t('reason')}
      reasonHint={t('askHint')}
      busy={askFor.isPending}
      refused={askFor.error}
      done={askFor.isSuccess ? t('override.done') : undefined}
      spoken={say('after.overrideAsked')}
      onSubmit={reason =>
        askFor.mutate({ requestId, key: paymentKey, reason }, { onSuccess: onAsked })
      }
    />
  );
}
