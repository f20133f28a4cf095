import { ledgerReport } from '#backend/ledger/report.ts';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { type Agenda, beginLives, payToday } from './begin-lives.ts';
import { type Debtor, makeDebtors } from './debtors.ts';
import { holdAgainst } from './hold-against.ts';
import type { Life } from './life.ts';
import type { LifeCalendar } from './life-calendar.ts';
import { type LifeReport, type Proof, reportOf } from './report.ts';
import { work } from './work.ts';
import { openWorld, type World } from './world.ts';

export interface LiveOptions {
  /** Of a migrated database without patients, with the sandbox's accounts. */
  readonly databaseUrl: string;
  readonly plans: number;
  readonly months: number;
  readonly seed: string;
  readonly calendar: LifeCalendar;
  /** Hears of each month that has gone by. */
  readonly onMonth?: (month: number, on: CalendarDate, payments: number) => void;
  readonly signal?: AbortSignal;
}

interface Going extends LiveOptions {
  readonly world: World;
  readonly debtors: readonly Debtor[];
  readonly lives: Life[];
  readonly agenda: Agenda;
  readonly proof: Proof;
}

/** One day: what the morning's runs do, then the calls, then the evening's bank files. */
async function liveDay(going: Going, today: CalendarDate): Promise<number> {
  const { world, debtors, lives, agenda, proof, calendar } = going;
  world.at(today, '17:00');
  proof.runDifferenceCents += await work(world, calendar.regions);
  world.at(today, '20:00');
  const days = calendar.agreementDays;
  const theirs = debtors.filter(each => days[each.number % days.length] === today);
  lives.push(...(await beginLives(world, theirs, { ...going, today }, agenda)));
  const payments = await payToday(world, agenda, today);
  // In the evening of the last region, and still the same day in the first.
  world.at(addDays(today, 1), '03:30');
  proof.runDifferenceCents += await work(world, calendar.regions);
  return payments;
}

/** Holds everything against the schedules and the ledger against itself. */
async function prove({ world, lives, proof }: Going, today: CalendarDate) {
  const end = await holdAgainst(world, lives, today);
  proof.differences.push(...end.differences);
  proof.checked += lives.length;
  proof.ledgerDifferences += (await ledgerReport(world.pool)).differences.length;
  return end;
}

/** Follows the lives of so many plans, day by day, and proves them each month. */
export async function live(options: LiveOptions): Promise<LifeReport> {
  const startedAt = performance.now();
  const { databaseUrl, seed, months, plans, calendar, signal } = options;
  await using opened = new AsyncDisposableStack();
  const world = await openWorld(databaseUrl);
  opened.defer(() => world.close());
  const debtors = await makeDebtors(world.pool, { seed, plans, regions: calendar.regions });
  const proof: Proof = { differences: [], checked: 0, ledgerDifferences: 0, runDifferenceCents: 0 };
  const going: Going = { ...options, world, debtors, lives: [], agenda: new Map(), proof };
  const { agreementDays, betweenDays } = calendar;
  let [payments, month] = [0, 0];
  for (let today = agreementDays[0] as CalendarDate; ; today = addDays(today, 1)) {
    signal?.throwIfAborted();
    const isBetween = betweenDays.includes(today.slice(8));
    if (!isBetween && !agreementDays.includes(today) && !going.agenda.has(today)) continue;
    payments += await liveDay(going, today);
    if (!today.endsWith(betweenDays.at(-1) ?? '')) continue;
    const end = await prove(going, today);
    month += 1;
    options.onMonth?.(month, today, payments);
    if (month < months) continue;
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return reportOf(going.lives, end, proof, { seed, months, endedOn: today, seconds });
  }
}
