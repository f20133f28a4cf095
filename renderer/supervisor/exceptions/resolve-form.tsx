import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './outcome-detail.module.css';

/** What was done about an exception, in words that stay: its end. */
export function ResolveForm({
  caseId,
  away,
  onDone,
}: {
  caseId: string;
  /** The backend cannot be reached. */
  away: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation('exceptions');
  const resolve = useAskTo('exceptions.resolve');
  const reason = useReason();

  function submit(event: FormEvent) {
    event.preventDefault();
    const given = reason.give();
    if (given === undefined || away || resolve.isPending) return;
    resolve.mutate(
      { caseId, reason: given },
      { onSuccess: () => announce(t('wasResolved')), onSettled: onDone },
    );
  }
  return (
    <form className={classes.deciding} aria-label={t('resolveTitle')} noValidate onSubmit={submit}>
      <ReasonBox enterSends reason={reason} label={t('reason')} hint={t('resolveHint')} />
      <RefusedNote refused={resolve.error} />
      <div>
        <Button type="submit" size="compact-sm" aria-disabled={away} loading={resolve.isPending}>
          {t('resolve')}
        </Button>
      </div>
      {away && <p className={classes.needs}>{t('needsBackend')}</p>}
    </form>
  );
}
