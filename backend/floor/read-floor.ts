import { addDays, type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { Floor, type FloorDay, type FloorDays, type Handling } from '#shared/contract/floor.ts';
import { answeredStates, type FloorSpan, standingStates } from '#shared/floor/counted.ts';
import { floorDay } from '#shared/floor/floor-day.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { declineReasons } from './decline-reasons.ts';
import { handledCalls } from './handled-calls.ts';
import { openCalls } from './open-calls.ts';
import { type PaymentSum, takenByDay, takenByHour } from './payments-taken.ts';
import { instalmentsMissed, plansOffered } from './plans-offered.ts';
import { promisesDue } from './promises-due.ts';

const nobody: Handling = { calls: 0, seconds: 0, medianSeconds: null };

const has = (states: readonly string[], { state }: PaymentSum<unknown>) => states.includes(state);

const counted = (sums: readonly PaymentSum<unknown>[]) =>
  sums.reduce((total, { count }) => total + count, 0);

/** By method, each once. */
function taken(sums: readonly PaymentSum<unknown>[]) {
  const methods = [...new Set(sums.map(({ method }) => method))].sort();
  return methods.map(method => {
    const of = sums.filter(each => each.method === method);
    return { method, count: counted(of), cents: of.reduce((total, { cents }) => total + cents, 0) };
  });
}

function cardsOf(sums: readonly PaymentSum<unknown>[]): FloorDay['cards'] {
  const cards = sums.filter(({ method }) => method === 'card');
  return {
    answered: counted(cards.filter(each => has(answeredStates, each))),
    declined: counted(cards.filter(each => has(['declined'], each))),
  };
}

interface Asked {
  readonly served: readonly RegionCode[];
  /** Null for all that are served. */
  readonly region: RegionCode | null;
  readonly days: FloorDays;
}

/** The floor of some regions now, and over some days up to today; none of it is about one person. */
export async function readFloor(
  db: Database,
  { served, region, days }: Asked,
  now: number,
): Promise<Floor> {
  const scope = region === null ? served : [region];
  const today = floorDay(scope, instantOf(now));
  const span: FloorSpan = { region, from: addDays(today, 1 - Number(days)), to: today };
  const floor = { ...span, scope };
  const [calls, sums, hours, declines, handled, promises, plans, missed] = await Promise.all([
    openCalls(db, scope, now),
    takenByDay(db, span, scope, now),
    takenByHour(db, { ...span, from: today }, scope, now),
    declineReasons(db, span, scope, now),
    handledCalls(db, floor),
    promisesDue(db, floor),
    plansOffered(db, floor),
    instalmentsMissed(db, floor),
  ]);
  const dayOf = (on: CalendarDate) => {
    const ofDay = sums.filter(({ of }) => of === on);
    const { kept = 0, broken = 0, open = 0 } = promises.find(({ day }) => day === on) ?? {};
    const { offered = 0, agreed = 0 } = plans.find(({ day }) => day === on) ?? {};
    return {
      on,
      taken: taken(ofDay.filter(each => has(standingStates, each))),
      cards: cardsOf(ofDay),
      handling: handled.find(({ day }) => day === on) ?? nobody,
      promises: { kept, broken, open },
      plans: { offered, agreed, missed: missed.find(({ day }) => day === on)?.missed ?? 0 },
    };
  };
  const hoursOf = [...new Set(hours.map(({ of }) => of))].sort((left, right) => left - right);
  return Floor.parse({
    at: instantOf(now),
    calls,
    days: Array.from({ length: Number(days) }, (_, index) => dayOf(addDays(span.from, index))),
    hours: hoursOf.map(hour => ({ hour, taken: taken(hours.filter(({ of }) => of === hour)) })),
    declines,
  });
}
