import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, daysBetween } from '../calendar/dates.ts';
import { organization } from '../organization/profile.ts';
import { firstDayBeyond, type HoldPeriod } from './running-days.ts';

/** What happens to a bill nobody pays, in this order. */
export const collectionsSteps = [
  'past_due',
  'late_fee',
  'referral',
  'notice',
  'extraordinary_action',
  'service_hold',
] as const;
export type CollectionsStep = (typeof collectionsSteps)[number];

/** The days that its notice has to be out before an extraordinary action (26 CFR 1.501(r)-6(c)(4)). */
export const NOTICE_DAYS = 30;

export interface CollectionsClock {
  /** Of the charge that is counted from. */
  readonly dueOn: CalendarDate;
  /** The first bill after the care, which extraordinary actions are counted from (26 CFR 1.501(r)-6). */
  readonly firstBilledOn: CalendarDate;
  /** 120; 180 in California. */
  readonly extraordinaryActionAfterDays: number;
  readonly holds: readonly HoldPeriod[];
  /** The day its written notice left; null while it has not, and left out to reckon as if it leaves on its day. */
  readonly noticeSentOn?: CalendarDate | null;
}

/** The first day a step may be taken on; null while an open hold keeps it away. */
export interface CollectionsDay {
  readonly step: CollectionsStep;
  readonly on: CalendarDate | null;
}

const policy = organization.pastDue;

function daysOfMonths(dueOn: CalendarDate, months: number): number {
  const end = Temporal.PlainDate.from(dueOn).add({ months }).toString() as CalendarDate;
  return daysBetween(dueOn, end);
}

function later(left: CalendarDate | null, right: CalendarDate | null): CalendarDate | null {
  if (left === null || right === null) return null;
  return left > right ? left : right;
}

/**
 * When each step towards collections may be taken at the earliest, the clocks standing still on the days of
 * a hold. A step comes after the last day of its period, never on it; a service hold is an extraordinary
 * action itself. Neither comes before its day by the first bill, nor before its written notice is 30 days out,
 * which is written so many days ahead (organization's published policy; 26 CFR 1.501(r)-6(c); California
 * Health and Safety Code 127425).
 */
export function collectionsTimeline(clock: CollectionsClock): CollectionsDay[] {
  const { dueOn, firstBilledOn, holds, extraordinaryActionAfterDays: afterDays } = clock;
  const pastDue = firstDayBeyond(dueOn, policy.afterDays, holds);
  // "Not before day 120": that day is the first one allowed.
  const ofTheBill = firstDayBeyond(firstBilledOn, afterDays - 1, holds);
  const notice = later(pastDue, firstDayBeyond(firstBilledOn, afterDays - NOTICE_DAYS - 1, holds));
  const noticed = clock.noticeSentOn ?? notice;
  const extraordinary =
    noticed && later(ofTheBill, firstDayBeyond(noticed, NOTICE_DAYS - 1, holds));
  const halfYear = daysOfMonths(dueOn, policy.serviceHoldAfterMonths);
  const days: Record<CollectionsStep, CalendarDate | null> = {
    past_due: pastDue,
    late_fee: pastDue,
    referral: firstDayBeyond(dueOn, policy.collectionsAfterDays, holds),
    notice,
    service_hold: later(firstDayBeyond(dueOn, halfYear, holds), extraordinary),
    extraordinary_action: extraordinary,
  };
  return collectionsSteps.map(step => ({ step, on: days[step] }));
}
