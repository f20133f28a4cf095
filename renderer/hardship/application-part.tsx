import { useTranslation } from 'react-i18next';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import { renewalFrom } from '#shared/assistance/application-clock.ts';
import { type CalendarDate, dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { regions } from '#shared/organization/regions.ts';
import { useAsk } from '../desk/ask.ts';
import { useAway } from '../desk/use-away.ts';
import { useInstant } from '../desk/use-now.ts';
import { AwayNote } from '../parts/away-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import { ApplicationCard } from './application/application-card.tsx';
import { BeginApplication } from './application/begin-application.tsx';
import classes from './case.module.css';

/** After one of these a new application may be begun. */
const overStates: readonly AssistanceApplication['state'][] = [
  'awarded',
  'denied',
  'withdrawn',
  'expired',
];

/** The application for Medical Financial Assistance, from draft to decision and what follows. */
export function ApplicationPart({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('application');
  const isAway = useAway();
  const { data, error } = useAsk('applications.read', { caseId: hardshipCase.caseId });
  return (
    <section aria-labelledby="application" className={classes.part}>
      <h3 id="application" className={classes.title}>
        {t('title')}
      </h3>
      {isAway && <AwayNote title={t('away')} instead={[t('awayInstead'), t('awayDocuments')]} />}
      {!isAway && <RefusedNote refused={error} />}
      {!data && <Busy busy={!error} does={t('reading')} />}
      {data && <Applications hardshipCase={hardshipCase} applications={data.applications} />}
    </section>
  );
}

/** An award stands, and its renewal is not spoken of before its day. */
function isDue(newest: AssistanceApplication | undefined, today: CalendarDate): boolean {
  const validUntil = newest?.state === 'awarded' && newest.determinations.at(-1)?.validUntil;
  return !validUntil || renewalFrom(validUntil) <= today;
}

function Applications({
  hardshipCase: { caseId, owner, closed, region, events },
  applications: [newest, ...earlier],
}: {
  hardshipCase: HardshipCase;
  applications: readonly AssistanceApplication[];
}) {
  const { t } = useTranslation('application');
  const today = dateIn(regions[region].timeZone, useInstant());
  const mayWork = closed === null && owner?.isYou === true;
  const mayBegin = mayWork && (!newest || overStates.includes(newest.state));
  return (
    <>
      {newest ? (
        <ApplicationCard
          key={newest.applicationId}
          application={newest}
          {...{ caseId, today, mayWork, news: events.length }}
        />
      ) : (
        <p>{t('none')}</p>
      )}
      {owner === null && closed === null && <p className={classes.small}>{t('notYours')}</p>}
      {mayBegin && (
        <BeginApplication
          key={newest?.applicationId ?? 'first'}
          caseId={caseId}
          renews={newest?.state === 'awarded'}
          isDue={isDue(newest, today)}
        />
      )}
      {earlier.length > 0 && <Earlier applications={earlier} today={today} />}
    </>
  );
}

function Earlier({
  applications,
  today,
}: {
  applications: readonly AssistanceApplication[];
  today: CalendarDate;
}) {
  const { t } = useTranslation('application');
  return (
    <ul aria-label={t('earlier')}>
      {applications.map(({ applicationId, submittedOn, stateOn, state }) => (
        <li key={applicationId} className={classes.small}>
          {t('earlierLine', {
            date: sayDate('en', submittedOn ?? stateOn, today),
            state: t(`state.${state}`),
          })}
        </li>
      ))}
    </ul>
  );
}
