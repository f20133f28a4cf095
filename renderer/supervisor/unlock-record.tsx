import { Button } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FoundPatient } from '#shared/contract/patients.ts';
import { masked } from '#shared/identifiers/mask.ts';
import { useAskTo } from '../desk/ask.ts';
import { ReasonBox } from '../parts/reason-box.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import { useMoment } from '../parts/region-clock.tsx';
import { useReason } from '../parts/use-reason.ts';
import classes from './supervisor-page.module.css';

/** Opens a record that three wrong answers locked. */
export function UnlockRecord({
  patient,
  heading: Heading,
  onUnlocked,
}: {
  patient: FoundPatient;
  /** How deep its heading stands on the page. */
  heading: 'h2' | 'h4';
  onUnlocked: () => void;
}) {
  const { t } = useTranslation(['supervisor', 'common']);
  const showMoment = useMoment();
  const unlock = useAskTo('patients.unlock');
  const reason = useReason();

  function submit() {
    const given = reason.give();
    if (given === undefined || unlock.isPending) return;
    unlock.mutate({ mrn: patient.mrn, reason: given }, { onSuccess: onUnlocked });
  }

  return (
    <section aria-labelledby="record-name" className={classes.locked}>
      <Heading id="record-name" className={classes.patient}>
        {patient.name} · {t('common:mrn', { last4: masked(patient.mrn) })}
      </Heading>
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
          <ReasonBox autoFocus reason={reason} label={t('reason')} hint={t('reasonHint')} />
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
