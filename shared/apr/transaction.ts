import type { CalendarDate } from '../calendar/dates.ts';
import { type Cents, noCents, sumCents } from '../money/cents.ts';

/** An amount that changes hands on a date: an advance to, or a payment by, the consumer. */
export interface CashFlow {
  readonly on: CalendarDate;
  readonly amountCents: Cents;
}

/** A closed-end transaction as appendix J sees it. */
export interface Transaction {
  readonly advances: readonly CashFlow[];
  readonly payments: readonly CashFlow[];
}

/** The flows in order of time, one for each date. */
export function byDate(flows: readonly CashFlow[]): CashFlow[] {
  const amounts = new Map<CalendarDate, Cents>();
  for (const { on, amountCents } of flows) {
    amounts.set(on, sumCents([amounts.get(on) ?? noCents, amountCents]));
  }
  return [...amounts]
    .map(([on, amountCents]) => ({ on, amountCents }))
    .sort((left, right) => left.on.localeCompare(right.on));
}

/** The sum of flows, in cents. */
export function totalCents(flows: readonly CashFlow[]): Cents {
  return sumCents(flows.map(flow => flow.amountCents));
}
