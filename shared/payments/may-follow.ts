import { beforeCutOff, businessDayOf, businessDaysAfter } from '../calendar/bank-calendar.ts';
import { type CalendarDate, dateIn, type Instant } from '../calendar/dates.ts';
import type { ProblemCode } from '../contract/problem.ts';
import { organization } from '../organization/profile.ts';
import type { PaymentState } from './states.ts';

/** What decides what may follow a payment. `timeZone` is its region's. */
export interface Followed {
  readonly state: PaymentState;
  readonly takenAt: Instant;
  /** The business day with whose files a debit goes to the bank; null for everything else. */
  readonly originateOn: CalendarDate | null;
  readonly timeZone: string;
  readonly now: Instant;
}

/** Why a payment cannot be voided; null when it can: approved, and the cut-off of the day that takes it on is to come. */
export function voidRefusal(followed: Followed): ProblemCode | null {
  const { state, takenAt, originateOn, timeZone, now } = followed;
  if (state === 'originated') return 'too_late_to_void';
  if (state !== 'approved') return 'not_voidable';
  const inTime =
    originateOn === null
      ? beforeCutOff(timeZone, takenAt, now)
      : businessDayOf(timeZone, now) <= originateOn;
  return inTime ? null : 'too_late_to_void';
}

/**
 * Why a late void cannot be asked for; null when it can: the payment went on its way and has not arrived. Before the
 * cut-off whoever took it voids it themselves, and one that has settled is refunded.
 */
export function lateVoidRefusal(followed: Followed): ProblemCode | null {
  const { state } = followed;
  if (state === 'posted' || state === 'originated') return null;
  if (state !== 'approved') return 'not_voidable';
  return voidRefusal(followed) === null ? 'void_instead' : null;
}

/** Why nothing of a payment can be given back; null when it has settled, or arrived by itself. */
export function refundRefusal(followed: Followed): ProblemCode | null {
  switch (followed.state) {
    case 'settled':
    case 'received':
      return null;
    case 'approved':
      return voidRefusal(followed) === null ? 'void_instead' : 'not_settled_yet';
    case 'ready':
    case 'sent':
    case 'unknown':
    case 'posted':
    case 'originated':
      return 'not_settled_yet';
    default:
      return 'not_refundable';
  }
}

/** The first business day on which a payment that has not posted may be traced (organization's published days). */
export function traceFrom({
  takenAt,
  timeZone,
}: Pick<Followed, 'takenAt' | 'timeZone'>): CalendarDate {
  const { traceAfterBusinessDays } = organization.posting;
  return businessDaysAfter(businessDayOf(timeZone, takenAt), traceAfterBusinessDays);
}

/** States in which a payment that was made has not reached the account yet. */
const unposted: readonly PaymentState[] = ['approved', 'originated', 'expected'];

/** Whether a payment that was made has not reached the account yet. */
export function isUnposted(state: PaymentState): boolean {
  return unposted.includes(state);
}

/** Why a payment cannot be traced; null when it has not posted although its days have passed. */
export function traceRefusal(followed: Followed): ProblemCode | null {
  if (!isUnposted(followed.state)) return 'not_traceable';
  const today = dateIn(followed.timeZone, followed.now);
  return today < traceFrom(followed) ? 'trace_too_early' : null;
}
