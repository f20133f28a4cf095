import type { CalendarDate } from '../calendar/dates.ts';
import type { RegionCode } from '../organization/regions.ts';
import type { PaymentState } from '../payments/states.ts';
import { noFilters, type PaymentFilters, type SearchedMethod } from '../search/payment-search.ts';

/** Money that was taken and stands: neither declined, voided, returned nor given back, nor still open. */
export const standingStates = [
  'approved',
  'originated',
  'posted',
  'settled',
  'received',
] as const satisfies readonly PaymentState[];

/** What a card's issuer answered, whatever became of the payment since. */
export const answeredStates = [
  'approved',
  'posted',
  'settled',
  'returned',
  'voided',
  'refunded',
  'declined',
] as const satisfies readonly PaymentState[];

/** Some days of some regions; null for all that whoever asks serves. Both days are meant, each in the region's zone. */
export interface FloorSpan {
  readonly region: RegionCode | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The search that finds the payments of these days which stand, by these methods or by all. */
export function standingIn(
  { region, from, to }: FloorSpan,
  methods: readonly SearchedMethod[] = [],
): PaymentFilters {
  return { ...noFilters, region, from, to, methods: [...methods], states: [...standingStates] };
}

/** The search that finds the card payments of these days which were declined. */
export function declinedIn({ region, from, to }: FloorSpan): PaymentFilters {
  return { ...noFilters, region, from, to, methods: ['card'], states: ['declined'] };
}
