import { businessDaysBefore } from '#shared/calendar/bank-calendar.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ProblemCode } from '#shared/contract/problem.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { voidRefusal } from '#shared/payments/may-follow.ts';
import { useNow } from '../../../desk/use-now.ts';
import { useBalance } from '../../balance/use-balance.ts';

/**
 * Why the backend would refuse to void this payment now; null when it would not. The desk is not told of
 * every move of a payment, so the bill, which is read again and again, may know better where it stands.
 */
export function useVoidRefusal(attempt: Attempt, timeZone: string): ProblemCode | null {
  const now = instantOf(useNow(60_000));
  const onBill = useBalance()?.balance.payments.find(({ key }) => key === attempt.key);
  const state = attempt.state === 'approved' ? (onBill?.state ?? 'approved') : attempt.state;
  const { method, postingOn, committedAt: takenAt } = attempt;
  // A debit goes to the bank the business day before it is made, which may be long after the call.
  const originateOn =
    method.kind === 'ach' && postingOn !== null ? businessDaysBefore(postingOn, 1) : null;
  return voidRefusal({ state, takenAt, originateOn, timeZone, now });
}
