import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Override, UnknownOutcome } from '#shared/contract/exceptions.ts';
import { SHORTEST_REASON } from '#shared/text/shortest-reason.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { leavePlainKeys } from '../../parts/leave-plain-keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
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
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const closed = away || override.isPending;

  function confirm() {
    const short = reason.trim().length < SHORTEST_REASON;
    setMissing(short);
    if (short || closed) return;
    override.mutate(
      { key: outcome.key, reason: reason.trim() },
      { onSuccess: given => onOverridden(given.override) },
    );
  }
  useKeys({ [CONFIRM_KEY]: { does: t('override'), run: confirm } });
  return (
    <section aria-labelledby="override-title" className={classes.override}>
      <h4 id="override-title" className={classes.title}>
        {t('override')}
      </h4>
      <p className={classes.warning}>
        <IconAlertTriangle size={16} aria-hidden="true" className={classes.sign} />
        <span>{t('warning')}</span>
      </p>
      <Textarea
        autoFocus
        label={t('reason')}
        description={missing ? undefined : t('reasonHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        error={missing && t('reasonMissing')}
        errorProps={{ role: 'alert' }}
        maxLength={500}
        rows={2}
      />
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
