import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { SHORTEST_REASON } from '#shared/text/shortest-reason.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Field } from '../../parts/field.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './schedule.module.css';
import { useReadAgain } from './use-authorisations.ts';

/** Ends an authorisation by the caller's word, with the reason. */
export function RevokeForm({
  call,
  authorisationId,
  onKeep,
}: {
  call: OpenCall;
  authorisationId: string;
  onKeep: () => void;
}) {
  const { t } = useTranslation('schedule');
  const [reason, setReason] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const revoke = useAskTo('authorisations.revoke');
  const readAgain = useReadAgain(call);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (revoke.isPending) return;
    const short = reason.trim().length < SHORTEST_REASON;
    setTooShort(short);
    if (!short) revoke.mutate({ authorisationId, reason }, { onSuccess: readAgain });
  }
  return (
    <form onSubmit={submit} aria-label={t('revoke')} noValidate>
      <Field
        ref={(box: HTMLInputElement | null) => box?.focus()}
        label={t('revokeWhy')}
        value={reason}
        maxLength={500}
        error={tooShort && t('revokeMissing')}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <RefusedNote refused={revoke.error} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" color="var(--stop)" variant="outline">
          {t('revokeConfirm')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onKeep}>
          {t('keepAsIs')}
        </Button>
      </div>
    </form>
  );
}
