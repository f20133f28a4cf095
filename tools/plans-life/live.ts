import { ledgerReport } from '#backend/ledger/report.ts';
import { openStream } from '#backend/seed/draws/stream.ts';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { agreeTo } from './agree.ts';
import { callsOf } from './calls.ts';
import { type Debtor, makeDebtors } from './debtors.ts';
import { betweenDays, type Deed, deedsOf, drawHabit, lastDeeds } from './habits.ts';
import { type Difference, holdAgainst } from './hold-against.ts';
import { inParallel } from './in-parallel.ts';
import type { Life } from './life.ts';
import { pay } from './pay.ts';
import { type LifeReport, reportOf } from './report.ts';
import { agreementDays, drawWish } from './wishes.ts';
import { work } from './work.ts';
import { openWorld, type World } from './world.ts';

export interface LiveOptions {
  readonly databaseUrl: string;
  readonly plans: number;
  readonly months: number;
  readonly seed: string;
  /** Hears of each month that has gone by. */
  readonly onMonth?: (month: number, on: CalendarDate, payments: number) => void;
  readonly signal?: AbortSignal;
}

const AT_ONCE = 8;

/** Who does what on which day. */
type Agenda = Map<CalendarDate, Map<Life, Deed[]>>;

/** Has those agree whose day it is, and writes down what they are going to do. */
async function agreeAll(
  world: World,
  debtors: readonly Debtor[],
  seed: string,
  today: CalendarDate,
  agenda: Agenda,
): Promise<Life[]> {
  const calls = await callsOf(world, debtors);
  const lives: Life[] = [];
  await inParallel(debtors, AT_ONCE, async debtor => {
    const stream = openStream(`life ${seed} ${debtor.number}`);
    const call = calls.get(debtor.guarantorId);
    if (!call) return;
    const plan = await agreeTo(world, call, drawWish(stream, debtor, today));
    const habit = drawHabit(stream);
    const by = stream.chance(500) ? 'card' : 'ach';
    const life: Life = { debtor, habit, by, plan, made: [], exact: true };
    lives.push(life);
    const { disclosure } = plan;
    for (const deed of [...deedsOf(habit, disclosure, stream), ...lastDeeds(habit, disclosure)]) {
      const todays = agenda.get(deed.on) ?? new Map<Life, Deed[]>();
      agenda.set(deed.on, todays.set(life, [...(todays.get(life) ?? []), deed]));
    }
  });
  return lives;
}

/** Everybody whose day it is pays, each on a call of their own; what is due twice on a day, one after the other. */
async function payAll(world: World, agenda: Agenda, today: CalendarDate): Promise<number> {
  const todays = agenda.get(today) ?? new Map<Life, Deed[]>();
  const calls = await callsOf(
    world,
    [...todays.keys()].map(life => life.debtor),
  );
  await inParallel([...todays], AT_ONCE, async ([life, deeds]) => {
    const call = calls.get(life.debtor.guarantorId);
    for (const deed of deeds) {
      const asSaid = call && (await pay(world, life, deed, call));
      if (!asSaid) life.exact = false;
    }
  });
  return todays.size;
}

/** Follows the lives of so many plans, day by day, and proves them each month. */
export async function live(options: LiveOptions): Promise<LifeReport> {
  const startedAt = performance.now();
  const { databaseUrl, seed, months, signal } = options;
  await using opened = new AsyncDisposableStack();
  const world = await openWorld(databaseUrl);
  opened.defer(() => world.close());
  const debtors = await makeDebtors(world.pool, seed, options.plans);
  const agenda: Agenda = new Map();
  const lives: Life[] = [];
  const differences: Difference[] = [];
  let [runDifferenceCents, ledgerDifferences, checked, payments, month] = [0, 0, 0, 0, 0];
  for (let today = agreementDays[0] as CalendarDate; month < months; today = addDays(today, 1)) {
    signal?.throwIfAborted();
    const agreeing = agreementDays.indexOf(today);
    const isMonthEnd = today.endsWith(betweenDays.at(-1) ?? '');
    if (agreeing < 0 && !agenda.has(today) && !betweenDays.includes(today.slice(8))) continue;
    world.at(today, '17:00');
    runDifferenceCents += await work(world);
    world.at(today, '20:00');
    if (agreeing >= 0) {
      const theirs = debtors.filter(each => each.number % agreementDays.length === agreeing);
      lives.push(...(await agreeAll(world, theirs, seed, today, agenda)));
    }
    payments += await payAll(world, agenda, today);
    world.at(addDays(today, 1), '03:30');
    runDifferenceCents += await work(world);
    if (!isMonthEnd) continue;
    month += 1;
    differences.push(...(await holdAgainst(world, lives, today)).differences);
    ledgerDifferences += (await ledgerReport(world.pool)).differences.length;
    checked += lives.length;
    options.onMonth?.(month, today, payments);
    if (month === months) {
      const end = await holdAgainst(world, lives, today);
      const proof = { differences, runDifferenceCents, ledgerDifferences, checked };
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
      return reportOf(lives, end, proof, { seed, months, seconds });
    }
  }
  throw new Error('No month went by.');
}
