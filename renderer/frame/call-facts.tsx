import { IconPlayerPauseFilled, IconPlayerRecordFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lastedMs } from '#shared/call/call-length.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { masked } from '#shared/identifiers/mask.ts';
import { useNow } from '../desk/use-now.ts';
import { useOpenCall } from '../desk/use-open-call.ts';
import { showElapsed } from '../parts/show-time.ts';
import classes from './call-facts.module.css';

/** The call in one line: timer and recording, who is calling and may hear what, about whom. */
export function CallFacts() {
  const { t } = useTranslation('frame');
  const call = useOpenCall();
  if (!call) return <p className={classes.secondary}>{t('noCall')}</p>;
  return (
    <section className={classes.facts} aria-label={t('callBar')}>
      <Timer call={call} />
      <Recording recording={call.recording} />
      <Aids call={call} />
      <WhoIsCalling call={call} />
      <About call={call} />
    </section>
  );
}

function Timer({ call }: { call: OpenCall }) {
  const { t } = useTranslation('frame');
  const now = useNow(1000);
  return (
    <span role="timer" aria-label={t('timer')} className={classes.timer}>
      {showElapsed(lastedMs(call, now))}
    </span>
  );
}

function Recording({ recording }: { recording: OpenCall['recording'] }) {
  const { t } = useTranslation('frame');
  const Sign = recording === 'on' ? IconPlayerRecordFilled : IconPlayerPauseFilled;
  return (
    <span className={classes.recording} data-recording={recording} role="status">
      <Sign size={12} aria-hidden="true" />
      {t(`recording.${recording}`)}
    </span>
  );
}

function Aids({ call: { options } }: { call: OpenCall }) {
  const { t } = useTranslation('frame');
  const aids = [options.interpreter ? t('interpreter') : '', options.tty ? t('tty') : ''];
  const noted = aids.filter(Boolean).join(' · ');
  return noted && <span className={classes.secondary}>{noted}</span>;
}

function WhoIsCalling({ call: { verification } }: { call: OpenCall }) {
  const { t } = useTranslation('common');
  if (!verification) return null;
  return (
    <span className={classes.part}>
      {t(`callerRoles.${verification.callerRole}`)}{' '}
      <span className={classes.hears} data-hears={verification.discloses}>
        {t(`discloses.${verification.discloses}`)}
      </span>
    </span>
  );
}

function About({ call: { patient } }: { call: OpenCall }) {
  const { t } = useTranslation(['frame', 'common']);
  if (!patient) return <span className={classes.secondary}>{t('noPatient')}</span>;
  return (
    <span className={classes.part}>
      <strong className={classes.name}>{patient.name}</strong>{' '}
      <span className={classes.mrn}>{t('common:mrn', { last4: masked(patient.mrn) })}</span>
    </span>
  );
}
