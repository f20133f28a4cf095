import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Override, UnknownOutcome } from '#shared/contract/exceptions.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { leavePlainKeys } from '../../parts/leave-plain-keys.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './outcome-detail.module.css';

const CONFIRM_KEY = 'Ctrl+Enter';

/** Lets another payment start: what it may cost, why it is done, and a key of its own. */
export function OverrideForm({
  outcome,
  away,
  onOverridden,
}: {
  outcome: UnknownOutcome;
  /** The backend cannot be reached. */
  away: boolean;
  onOverridden: (override: Override) => void;
}) {
  const { t } = useTranslation('exceptions');
  const override = useAskTo('payments.override');
  const reason = useReason();
  const closed = away || override.isPending;

  function confirm() {
    const given = reason.give();
    if (given === undefined || closed) return;
    override.mutate(
      { key: outcome.key, reason: given },
      { onSuccess: ({ override: allowed }) => onOverridden(allowed) },
    );
  }
  useKeys({ [CONFIRM_KEY]: { does: t('override'), run: confirm } });
  return (
    <section aria-labelledby="override-title" className={classes.deciding}>
      <h4 id="override-title" className={classes.title}>
        {t('override')}
      </h4>
      <p className={classes.warning}>
        <IconAlertTriangle size={16} aria-hidden="true" className={classes.sign} />
        <span>{t('warning')}</span>
      </p>
      <ReasonBox autoFocus reason={reason} label={t('reason')} hint={t('reasonHint')} />
      <RefusedNote refused={override.error} />
      <Button
        fullWidth
        aria-disabled={closed}
        {...(closed && { 'data-disabled': true })}
        aria-describedby="override-needs"
        aria-keyshortcuts="Control+Enter"
        rightSection={<Keycap name={CONFIRM_KEY} />}
        onKeyDown={leavePlainKeys}
        onClick={confirm}
      >
        {t('override')}
      </Button>
      <p id="override-needs" className={classes.needs}>
        {away && t('needsBackend')}
      </p>
    </section>
  );
}
