import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '#shared/desk/attempt.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { useAskTo } from '../../../desk/ask.ts';
import { ReasonBox } from '../../../parts/reason-box.tsx';
import { RefusedNote } from '../../../parts/refused-note.tsx';
import { useReason } from '../../../parts/use-reason.ts';
import classes from './result.module.css';

/** Takes an approved payment back, with a reason. */
export function VoidPayment({ attempt, onKeep }: { attempt: Attempt; onKeep: () => void }) {
  const { t } = useTranslation('payment');
  const reason = useReason();
  const take = useAskTo('payments.void');
  function submit(event: FormEvent) {
    event.preventDefault();
    if (take.isPending) return;
    const given = reason.give();
    if (given !== undefined) take.mutate({ key: attempt.key, reason: given });
  }
  return (
    <form className={classes.part} onSubmit={submit} aria-label={t('voidTitle')} noValidate>
      <ReasonBox autoFocus reason={reason} label={t('voidWhy')} hint={t('voidReasonHint')} />
      <RefusedNote refused={take.error} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" color="var(--stop)" variant="outline">
          {t('voidConfirm', { amount: showMoney(attempt.amountCents) })}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onKeep}>
          {t('voidBack')}
        </Button>
      </div>
    </form>
  );
}
