import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type CalendarDate, dateIn, type Instant } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { zoneClock } from '#shared/calendar/zone-time.ts';
import type { Run } from '#shared/contract/runs.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { regions } from '#shared/organization/regions.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import figures from '../figures-table.module.css';
import { useKindName } from './kind-name.ts';
import classes from './runs.module.css';
import { isOverdue } from './worth-a-look.ts';

function useStateWords() {
  const { t } = useTranslation('runs');
  return (run: Run, now: Instant, time: (at: Instant | null) => string): string => {
    if (isOverdue(run, now)) return t('states.overdue', { time: time(run.opensAt) });
    if (run.state === 'waiting') return t('states.waiting', { time: time(run.opensAt) });
    if (run.state === 'done' && run.starts > 1) {
      return t('states.takenOver', { starts: run.starts });
    }
    return t(`states.${run.state}`);
  };
}

/**
 * One run: what, where, how far, when, and its line of reconciliation. Times are the region's, with the date
 * where it is not the run's own day: one that was made up for.
 */
export function RunRow({
  run,
  businessOn,
  now,
}: {
  run: Run;
  businessOn: CalendarDate;
  now: Instant;
}) {
  const kind = useKindName()(run.kind);
  const words = useStateWords();
  const { name, timeZone } = regions[run.region];
  const time = (at: Instant | null): string => {
    if (!at) return '';
    const date = dateIn(timeZone, at);
    const clock = zoneClock(at, timeZone);
    return date === businessOn ? clock : `${sayDate('en', date, businessOn)}, ${clock}`;
  };
  const needsHelp = run.state === 'stopped' || isOverdue(run, now);
  return (
    <tr data-state={run.state}>
      <th scope="row" className={classes.kind}>
        {kind}
      </th>
      <td>{name}</td>
      <td className={needsHelp ? classes.ask : undefined}>
        {needsHelp && <IconAlertTriangle size={14} aria-hidden="true" className={figures.sign} />}
        {words(run, now, time)}
      </td>
      <td className={classes.time}>{time(run.startedAt)}</td>
      <td className={classes.time}>{time(run.finishedAt)}</td>
      <td className={figures.number}>
        <Done run={run} kind={kind} />
      </td>
      <td className={figures.number}>{run.cents !== null && <MoneyText amount={run.cents} />}</td>
      <td className={figures.number}>
        <Difference run={run} />
      </td>
    </tr>
  );
}

function Done({ run, kind }: { run: Run; kind: string }) {
  const { t } = useTranslation('runs');
  const { state, done, total, region } = run;
  if (state === 'waiting') return null;
  if (state === 'done') return done;
  if (total === 0) return null;
  const label = t('progressOf', { kind, region: regions[region].name });
  return (
    <>
      <progress className={classes.progress} aria-label={label} value={done} max={total} />
      {t('progress', { done, total })}
    </>
  );
}

function Difference({ run: { differenceCents } }: { run: Run }) {
  if (differenceCents === null) return null;
  if (differenceCents === 0) return <MoneyText amount={differenceCents} />;
  return (
    <strong className={figures.stop}>
      <IconAlertTriangle size={14} aria-hidden="true" className={figures.sign} />
      {showMoney(differenceCents)}
    </strong>
  );
}
