import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { AccountTimeline } from '#shared/collections/account-timeline.ts';
import { showMoney } from '#shared/money/show-money.ts';
import classes from './timeline.module.css';
import { TimelinePicture } from './timeline-picture.tsx';
import { TimelineTable } from './timeline-table.tsx';

/** The way of one account towards collections, as a picture and in words. */
export function Timeline({ timeline, today }: { timeline: AccountTimeline; today: CalendarDate }) {
  const { t } = useTranslation('collections');
  const { ledger, accountNumber, patientName, dueCents, description, dueOn, stage } = timeline;
  const id = `way-of-${timeline.accountId}`;
  return (
    <article aria-labelledby={id} className={classes.timeline}>
      <header className={classes.head}>
        <h4 id={id} className={classes.title}>
          {t('account', {
            ledger: t(`ledgers.${ledger}`),
            number: accountNumber,
            patient: patientName,
          })}
        </h4>
        <span className={classes.stage} data-stage={stage}>
          {t(`stage.${stage}`)}
        </span>
      </header>
      <p className={classes.small}>
        {t('counted', {
          amount: showMoney(dueCents),
          what: description,
          on: sayDate('en', dueOn, today),
        })}
      </p>
      <TimelinePicture timeline={timeline} today={today} />
      <TimelineTable timeline={timeline} today={today} />
    </article>
  );
}
