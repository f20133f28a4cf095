import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/calendar/dates.ts';
import type { RunDayShown } from '#shared/contract/runs.ts';
import { cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import figures from '../figures-table.module.css';
import { RunRow } from './run-row.tsx';
import classes from './runs.module.css';
import { isIdle, isOverdue, isWorthALook } from './worth-a-look.ts';

const weekday = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});

/** One business day: what ended, whether the ledger agrees, and the runs that are worth a look, or all. */
export function RunDay({ day, all, now }: { day: RunDayShown; all: boolean; now: Instant }) {
  const { t } = useTranslation('runs');
  const name = weekday.format(Date.parse(day.businessOn));
  const id = `runs-${day.businessOn}`;
  const shown = day.runs.filter(run => all || isWorthALook(run, now));
  return (
    <section aria-labelledby={id} className={classes.day}>
      <h2 id={id} className={classes.date}>
        {name}
      </h2>
      <Summary day={day} now={now} />
      {shown.length === 0 ? (
        <p className={classes.none}>{t('nothingToShow')}</p>
      ) : (
        <table className={figures.table} aria-label={t('table', { day: name })}>
          <thead>
            <tr>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('region')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('began')}</th>
              <th scope="col">{t('ended')}</th>
              <th scope="col" className={figures.number}>
                {t('done')}
              </th>
              <th scope="col" className={figures.number}>
                {t('amount')}
              </th>
              <th scope="col" className={figures.number}>
                {t('difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(run => (
              <RunRow
                key={`${run.region} ${run.kind}`}
                run={run}
                businessOn={day.businessOn}
                now={now}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Summary({ day: { runs }, now }: { day: RunDayShown; now: Instant }) {
  const { t } = useTranslation('runs');
  const ended = runs.filter(({ state }) => state === 'done');
  const idle = runs.filter(isIdle).length;
  const waiting = runs.filter(run => run.state === 'waiting' && !isOverdue(run, now)).length;
  const differs = cents(ended.reduce((sum, run) => sum + (run.differenceCents ?? 0), 0));
  const facts = [
    t('summary', { ended: ended.length, count: runs.length }),
    ...(idle > 0 ? [t('idle', { count: idle })] : []),
    ...(waiting > 0 ? [t('waiting', { count: waiting })] : []),
  ];
  return (
    <p className={classes.summary}>
      {facts.join(' · ')}
      {ended.length > 0 && ' · '}
      {ended.length > 0 && (
        <span className={differs > 0 ? figures.stop : undefined}>
          {differs > 0 ? t('differs', { amount: showMoney(differs) }) : t('agrees')}
        </span>
      )}
    </p>
  );
}
