import type { Payment } from '../billing/payment.ts';
import type { PromiseToPay } from '../billing/promise.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import { sumCents } from '../money/cents.ts';

const paid: readonly Payment['state'][] = ['approved', 'originated', 'posted', 'settled'];

/** What became of a promise. */
export type PromiseStanding = 'open' | 'kept' | 'broken';

/**
 * A promise is kept once payments taken since it was made reach its amount, broken when its day has
 * passed without, and open until then. `today` is the date in the guarantor's zone.
 */
export function promiseStanding(
  promise: Pick<PromiseToPay, 'amountCents' | 'madeAt' | 'promisedOn'>,
  payments: readonly Payment[],
  today: CalendarDate,
): PromiseStanding {
  const since = payments.filter(
    each => paid.includes(each.state) && Date.parse(each.takenAt) >= Date.parse(promise.madeAt),
  );
  if (sumCents(since.map(each => each.amountCents)) >= promise.amountCents) return 'kept';
  return promise.promisedOn < today ? 'broken' : 'open';
}
