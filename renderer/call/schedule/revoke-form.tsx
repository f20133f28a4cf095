import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
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
  const reason = useReason();
  const revoke = useAskTo('authorisations.revoke');
  const readAgain = useReadAgain(call);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (revoke.isPending) return;
    const given = reason.give();
    if (given !== undefined)
      revoke.mutate({ authorisationId, reason: given }, { onSuccess: readAgain });
  }
  return (
    <form onSubmit={submit} aria-label={t('revoke')} noValidate>
      <ReasonBox autoFocus enterSends reason={reason} label={t('revokeWhy')} />
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
