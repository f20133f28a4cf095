import type { Payment } from '../billing/payment.ts';
import type { PromiseToPay } from '../billing/promise.ts';
import { type CalendarDate, dateIn } from '../calendar/dates.ts';
import { sumCents } from '../money/cents.ts';

const paid: readonly Payment['state'][] = [
  'approved',
  'originated',
  'posted',
  'settled',
  'received',
];

/** What became of a promise. */
export type PromiseStanding = 'open' | 'kept' | 'broken';

/** A promise as it stands: with what the backend's daily evaluation said, where it has said something. */
export type StandingPromise = Pick<PromiseToPay, 'amountCents' | 'madeAt' | 'promisedOn'> & {
  readonly keptOn?: CalendarDate | null;
  readonly brokenOn?: CalendarDate | null;
};

/** How a guarantor's days are counted. `today` is the date in their zone. */
export interface GuarantorDay {
  readonly timeZone: string;
  readonly today: CalendarDate;
}

/**
 * A promise is kept once payments made or received since it was made reach its amount by its day, broken when
 * that day has passed without, and open until then. What the backend has decided stands before what can be
 * seen of the newest payments here.
 */
export function promiseStanding(
  promise: StandingPromise,
  payments: readonly Payment[],
  { timeZone, today }: GuarantorDay,
): PromiseStanding {
  if (promise.keptOn) return 'kept';
  if (promise.brokenOn) return 'broken';
  const inTime = payments.filter(
    each =>
      paid.includes(each.state) &&
      Date.parse(each.takenAt) >= Date.parse(promise.madeAt) &&
      dateIn(timeZone, each.takenAt) <= promise.promisedOn,
  );
  if (sumCents(inTime.map(each => each.amountCents)) >= promise.amountCents) return 'kept';
  return promise.promisedOn < today ? 'broken' : 'open';
}
