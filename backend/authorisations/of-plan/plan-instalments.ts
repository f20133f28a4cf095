import { instalmentDay, needsNotice } from '#shared/authorisations/plan-payments.ts';
import type { PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import { noticeFrom } from '#shared/authorisations/varying-amounts.ts';
import { type CalendarDate, dateIn } from '#shared/calendar/dates.ts';
import { type OwedInstalment, owedInstalments } from '#shared/plans/owed-instalments.ts';
import { dueDatesOf } from '#shared/plans/plan-standing.ts';
import type { Database } from '../../database/connect.ts';
import type { KeptPlan } from '../../plans/kept-plan.ts';
import { type LockedAuthorisation, lockAuthorisation } from '../locked.ts';
import type { RunDay } from '../run-day.ts';
import { endWithPlan } from './end-with-plan.ts';
import { followedPlan } from './followed-plan.ts';
import {
  type InstalmentRow,
  instalmentRows,
  leaveOut,
  moveInstalment,
  type PlannedInstalment,
  writeInstalment,
} from './planned-rows.ts';

interface Known {
  readonly locked: LockedAuthorisation & { readonly terms: PlanAutopayTerms };
  readonly kept: KeptPlan;
  readonly rows: readonly InstalmentRow[];
  readonly day: RunDay;
  /** The region's date of this moment, later than the run's where a run is made up for. */
  readonly on: CalendarDate;
}

/** An instalment as it is to be taken, and from when on it is written down: with its notice, or on its day. */
function planned(
  { locked: { authorisationId, terms }, kept: { planId }, on }: Known,
  { number, dueOn, amountCents }: OwedInstalment,
): PlannedInstalment & { readonly from: CalendarDate } {
  const varies = needsNotice(terms, { planId, dueOn, amountCents });
  const payOn = instalmentDay(dueOn, varies ? on : undefined);
  const from = varies ? noticeFrom(dueOn) : payOn;
  return {
    authorisationId,
    planId,
    number,
    dueOn,
    payOn,
    amountCents,
    varies,
    from,
    leftOut: null,
  };
}

/** What waits follows the plan: left out where other terms took its place, moved where its due date moved. */
async function follow(trx: Database, known: Known, owed: readonly OwedInstalment[]): Promise<void> {
  const { locked, kept, rows, day, on } = known;
  for (const row of rows.filter(({ state }) => state === 'waiting')) {
    if (row.planId !== kept.planId) {
      const { authorisationId } = locked;
      const which = { authorisationId, occurrence: row.occurrence };
      await leaveOut(trx, which, 'the plan was changed', day.now);
      continue;
    }
    const now = owed.find(each => each.number === row.number);
    if (!now || now.dueOn === row.dueOn) continue;
    const moved = { ...planned(known, now), payOn: instalmentDay(now.dueOn, on) };
    await moveInstalment(trx, moved, day.now);
  }
}

/** Instalments whose day has come and of which nothing is open: a payment that comes back later is not made up for. */
async function leaveOutPaid(
  trx: Database,
  { locked, kept, rows, day, on }: Known,
  owed: readonly OwedInstalment[],
): Promise<void> {
  const { planId, plan, events } = kept;
  const settled = new Set(
    [...rows.filter(row => row.planId === planId), ...owed].map(each => each.number),
  );
  const dates = dueDatesOf(plan, events);
  for (const [index, { amountCents }] of plan.payments.entries()) {
    const dueOn = dates[index];
    const number = index + 1;
    if (!dueOn || dueOn <= locked.madeOn || dueOn > on || settled.has(number)) continue;
    const { authorisationId } = locked;
    const paid = {
      authorisationId,
      planId,
      number,
      dueOn,
      payOn: instalmentDay(dueOn),
      amountCents,
    };
    await writeInstalment(
      trx,
      { ...paid, varies: false, leftOut: 'it was paid otherwise' },
      day.now,
    );
  }
}

/** Whether nothing waits, and no instalment that nothing was decided about is near enough to be announced or taken. */
function isQuiet(
  { planId, plan, events }: KeptPlan,
  rows: readonly InstalmentRow[],
  on: CalendarDate,
) {
  if (rows.some(({ state }) => state === 'waiting')) return false;
  const decided = new Set(rows.filter(row => row.planId === planId).map(({ number }) => number));
  const isNear = (dueOn: CalendarDate) => dueOn <= on || noticeFrom(dueOn) <= on;
  return !dueDatesOf(plan, events).some((dueOn, index) => isNear(dueOn) && !decided.has(index + 1));
}

/**
 * Writes down which instalments of a plan are to be taken by the day, with their notices in time, and ends what has
 * nothing to take any more. Again changes nothing.
 */
export async function planInstalments(
  db: Database,
  authorisationId: string,
  day: RunDay,
): Promise<void> {
  await db.transaction().execute(async trx => {
    const locked = await lockAuthorisation(trx, authorisationId);
    if (!locked || (await endWithPlan(trx, locked, day.now))) return;
    const { terms } = locked;
    const kept = terms.kind === 'plan' ? await followedPlan(trx, terms) : undefined;
    if (terms.kind !== 'plan' || kept?.state !== 'active') return;
    const date = dateIn(kept.timeZone, day.now);
    const on = date > day.today ? date : day.today;
    const rows = await instalmentRows(trx, authorisationId);
    if (isQuiet(kept, rows, on)) return;
    const known: Known = { locked: { ...locked, terms }, kept, rows, day, on };
    const owed = owedInstalments(kept.plan, kept.events, on).filter(
      ({ dueOn }) => dueOn > locked.madeOn,
    );
    await follow(trx, known, owed);
    await leaveOutPaid(trx, known, owed);
    const isNew = ({ number }: OwedInstalment) =>
      !rows.some(row => row.planId === kept.planId && row.number === number);
    for (const each of owed.filter(isNew)) {
      const { from, ...toTake } = planned(known, each);
      if (from <= (toTake.varies ? on : day.today)) await writeInstalment(trx, toTake, day.now);
    }
  });
}
