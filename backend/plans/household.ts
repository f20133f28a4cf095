import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import {
  type Affordable,
  affordableFor,
  type MonthlyMeans,
  type PlanMeans,
} from '#shared/plans/means.ts';
import type { ScreenedMeans } from '#shared/plans/screened-means.ts';
import type { StateCode } from '#shared/plans/states.ts';
import type { Database } from '../database/connect.ts';
import { newestScreening } from '../hardship/screening/read-screening.ts';

/** A month of a year's income is its twelfth, rounded down, as the screening has it. */
const aMonthOf = (yearlyCents: number | null): Cents | null =>
  yearlyCents === null ? null : cents(Math.floor(yearlyCents / 12));

/** What the newest screening says a household has and needs in a month; null while there is none. */
export async function screenedMeans(
  db: Database,
  guarantorId: string,
): Promise<ScreenedMeans | null> {
  const newest = await newestScreening(db, guarantorId);
  if (!newest) return null;
  const { answers, household } = newest;
  return {
    on: answers.on,
    incomeCents: aMonthOf(answers.incomeCentsAYear),
    expensesCents: household.essentialExpensesCentsAMonth,
  };
}

/** Where and when a household is. */
export interface Where {
  readonly guarantorId: string;
  readonly state: StateCode;
  readonly today: CalendarDate;
}

/** What a household can pay in a month, and whether what is said of it is what the newest screening says. */
export async function planMeans(
  db: Database,
  { incomeCents, expensesCents }: MonthlyMeans,
  { guarantorId, state, today }: Where,
): Promise<PlanMeans> {
  const screened = await screenedMeans(db, guarantorId);
  const isScreened =
    screened?.incomeCents === incomeCents && screened.expensesCents === expensesCents;
  const affordable: Affordable = affordableFor(
    { incomeCents, expensesCents },
    { state, on: today },
  );
  return { incomeCents, expensesCents, source: isScreened ? 'screening' : 'typed', affordable };
}
