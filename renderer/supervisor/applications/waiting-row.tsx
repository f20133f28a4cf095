import { useTranslation } from 'react-i18next';
import { businessDaysLeft } from '#shared/assistance/application-clock.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { WaitingApplication } from '#shared/contract/application-decisions.ts';
import { regions } from '#shared/organization/regions.ts';
import { useInstant } from '../../desk/use-now.ts';
import list from '../exceptions/outcome-list.module.css';
import classes from './applications.module.css';

/** From here a decision is pressing, in business days. */
const PRESSING = 5;

/** What waits: how many business days are left, whose it is, since when, and who may not decide it. */
export function WaitingRow({ application }: { application: WaitingApplication }) {
  const { t } = useTranslation(['decisions', 'application']);
  const { guarantorName, guarantorId, region, state, since, decideBy } = application;
  const { submittedOn, submittedBy, deniedBy, mayNotDecide } = application;
  const today = dateIn(regions[region].timeZone, useInstant());
  const left = businessDaysLeft(today, decideBy);
  const isLate = decideBy < today;
  const pressing = isLate ? 'late' : left <= PRESSING ? 'soon' : undefined;
  const say = (date: typeof today) => sayDate('en', date, today);
  return (
    <span className={list.cells}>
      <span className={classes.days} data-pressing={pressing}>
        {isLate && t('late', { count: -left })}
        {!isLate && left === 0 && t('today')}
        {!isLate && left > 0 && t('left', { count: left })}
      </span>
      <span className={list.who}>{guarantorName}</span>
      <span className={classes.aside}>{t('by', { date: say(decideBy) })}</span>
      <span className={list.about}>
        {t(`waits.${state}`, {
          since: say(since),
          name: submittedBy,
          date: say(submittedOn),
          deniedBy: deniedBy ?? '',
        })}
        {mayNotDecide && ` ${t(`application:mayNot.${mayNotDecide}`)}`}
      </span>
      <span className={classes.aside}>{guarantorId}</span>
    </span>
  );
}
