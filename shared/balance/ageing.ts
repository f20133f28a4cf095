import type { CalendarDate } from '../calendar/dates.ts';
import { type Cents, cents, noCents } from '../money/cents.ts';
import { type DueCharge, daysOverdue } from './overdue.ts';

/** The buckets a balance is aged into, by days since the due date; the youngest first. */
export const ageingBuckets = [
  'current',
  'days_1_30',
  'days_31_60',
  'days_61_90',
  'days_91_on',
] as const;
export type AgeingBucket = (typeof ageingBuckets)[number];

/** Open cents in each bucket. */
export type Ageing = Readonly<Record<AgeingBucket, Cents>>;

/** The bucket of one charge. What is not overdue, a credit among it, is current. */
export function bucketOf(charge: DueCharge, today: CalendarDate): AgeingBucket {
  const days = daysOverdue(charge, today);
  if (days === 0) return 'current';
  if (days <= 30) return 'days_1_30';
  if (days <= 60) return 'days_31_60';
  if (days <= 90) return 'days_61_90';
  return 'days_91_on';
}

/** Open cents of all charges by age; the buckets add up to the open total. */
export function ageCharges(charges: readonly DueCharge[], today: CalendarDate): Ageing {
  const aged: Record<AgeingBucket, Cents> = {
    current: noCents,
    days_1_30: noCents,
    days_31_60: noCents,
    days_61_90: noCents,
    days_91_on: noCents,
  };
  for (const charge of charges) {
    const bucket = bucketOf(charge, today);
    aged[bucket] = cents(aged[bucket] + charge.openCents);
  }
  return aged;
}
