import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TraceFinding } from '#shared/billing/payment-trace.ts';
import { useAskTo } from '../../desk/ask.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from '../decisions/decisions.module.css';

/** Closes a trace with what it found, and how that is known. */
export function CloseTrace({ traceId, onClosed }: { traceId: string; onClosed: () => void }) {
  const { t } = useTranslation('afterPayment');
  const close = useAskTo('traces.close');
  const reason = useReason();
  const [finding, choose] = useState<TraceFinding>('posted');

  function submit(event: FormEvent) {
    event.preventDefault();
    const given = reason.give();
    if (given === undefined || close.isPending) return;
    close.mutate({ traceId, finding, reason: given }, { onSuccess: onClosed });
  }

  if (close.isSuccess) {
    return (
      <p role="status" className={classes.done}>
        {t(`traceClosed.${finding}`)}
      </p>
    );
  }
  return (
    <form className={classes.form} aria-label={t('unposted.close')} noValidate onSubmit={submit}>
      <NativeSelect
        autoFocus
        label={t('unposted.finding')}
        value={finding}
        onChange={event => choose(TraceFinding.parse(event.currentTarget.value))}
        data={TraceFinding.options.map(value => ({
          value,
          label: t(`unposted.findings.${value}`),
        }))}
      />
      <ReasonBox
        reason={reason}
        label={t('reason')}
        hint={t(finding === 'applied_elsewhere' ? 'unposted.whereHint' : 'reasonHint')}
      />
      <RefusedNote refused={close.error} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" aria-disabled={close.isPending}>
          {t('unposted.close')}
        </Button>
      </div>
    </form>
  );
}
