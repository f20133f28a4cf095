import { useTranslation } from 'react-i18next';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoment } from '../../parts/show-time.ts';
import cases from '../case.module.css';
import classes from './application.module.css';
import { sayClock } from './say-clock.ts';

/** Where an application stands, what runs on its clock, and who has begun it and handed it in. */
export function ApplicationStanding({
  application,
  today,
}: {
  application: AssistanceApplication;
  today: CalendarDate;
}) {
  const { t, i18n } = useTranslation('application');
  const { state, begunBy, begunAt, statement, submittedBy, submittedOn, renews } = application;
  const how =
    statement?.how === 'spoken'
      ? t('how.spoken', { reference: statement.recordingReference })
      : t('how.signed', { paper: statement?.paper ?? '' });
  return (
    <div>
      <p className={classes.state} data-state={state}>
        {t(`state.${state}`)}
      </p>
      {sayClock(i18n, application, today).map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className={cases.small}>
        {submittedOn && submittedBy
          ? t('submittedBy', { date: sayDate('en', submittedOn, today), name: submittedBy, how })
          : t('begunBy', { name: begunBy, at: showMoment(begunAt) })}{' '}
        {renews && t('renews')}
      </p>
    </div>
  );
}
