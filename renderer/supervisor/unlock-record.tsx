import { Button, Textarea } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPatient } from '#shared/contract/patients.ts';
import { masked } from '#shared/identifiers/mask.ts';
import { SHORTEST_REASON } from '#shared/text/shortest-reason.ts';
import { useAskTo } from '../desk/ask.ts';
import { RefusedNote } from '../parts/refused-note.tsx';
import { showMoment } from '../parts/show-time.ts';
import classes from './supervisor-page.module.css';

/** Opens a record that three wrong answers locked. */
export function UnlockRecord({
  patient,
  onUnlocked,
}: {
  patient: FoundPatient;
  onUnlocked: () => void;
}) {
  const { t } = useTranslation(['supervisor', 'common']);
  const unlock = useAskTo('patients.unlock');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  function submit() {
    setMissing(reason.trim().length < SHORTEST_REASON);
    if (reason.trim().length < SHORTEST_REASON || unlock.isPending) return;
    unlock.mutate({ mrn: patient.mrn, reason: reason.trim() }, { onSuccess: onUnlocked });
  }

  return (
    <section aria-labelledby="record-name">
      <h2 id="record-name" className={classes.patient}>
        {patient.name} · {t('common:mrn', { last4: masked(patient.mrn) })}
      </h2>
      {unlock.isSuccess ? (
        <p role="status" className={classes.done}>
          <IconCircleCheckFilled size={18} aria-hidden="true" />
          {t('done', { name: patient.name })}
        </p>
      ) : patient.lockedAt ? (
        <form
          className={classes.form}
          onSubmit={event => {
            event.preventDefault();
            submit();
          }}
        >
          <p>{t('lockedAt', { at: showMoment(patient.lockedAt) })}</p>
          <Textarea
            autoFocus
            w="100%"
            label={t('reason')}
            description={t('reasonHint')}
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
            error={missing && t('reasonMissing')}
            errorProps={{ role: 'alert' }}
            maxLength={500}
            rows={3}
          />
          <RefusedNote refused={unlock.error} />
          <Button type="submit" loading={unlock.isPending}>
            {t('submit')}
          </Button>
        </form>
      ) : (
        <p>{t('notLocked')}</p>
      )}
    </section>
  );
}
