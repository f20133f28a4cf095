import type { MirrorSearch } from '#db/cache/search-mirror.ts';
import { beginOfDay } from '#shared/calendar/begin-of-day.ts';
import { addDays, type CalendarDate, dateIn, type Instant } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { PaymentFilters, SearchSort } from '#shared/search/payment-search.ts';
import { readBox } from '#shared/search/read-box.ts';
import { searchFault } from '#shared/search/search-fault.ts';

/** The feed holds what was taken in 180 days, counted where a day begins last; two of them are left for its clock. */
const HELD_DAYS = 178;

/** What the copy can be asked instead of the backend. */
export interface CopySearch {
  readonly search: MirrorSearch;
  /** Whether everything that is found lies within the days the copy holds; else only its newest page is known. */
  readonly reachesAll: boolean;
}

/** What the box asks of the copy; undefined where it holds too little: names of a family, paid-off charges, other days. */
function boxOf(filters: PaymentFilters) {
  const box = readBox(filters.box);
  const nothing = { guarantorId: null, billPayNumber: null, last4: filters.last4 };
  switch (box.kind) {
    case 'nothing':
      return nothing;
    case 'guarantor_id':
      return { ...nothing, guarantorId: box.value };
    case 'bill_pay_number':
      return { ...nothing, billPayNumber: box.value };
    case 'last4':
      return { ...nothing, last4: box.value };
    default:
      return undefined;
  }
}

/**
 * What the desk's copy can be asked so that its answer is the whole one, as far as the copy goes; undefined where
 * it cannot be. It holds no taker, batch or exception, and no payment longer ago than `HELD_DAYS`: without a first
 * day only the newest page is known.
 */
export function copySearch(
  filters: PaymentFilters,
  sort: SearchSort,
  served: readonly RegionCode[],
  now: Instant,
): CopySearch | undefined {
  const { taker, patient, confirmation, batch, exception, region, states, methods } = filters;
  const box = searchFault(filters) ? undefined : boxOf(filters);
  if (!box || (readBox(filters.box).kind === 'last4' && filters.last4)) return undefined;
  if (sort.by !== 'time' || taker || patient || confirmation || batch || exception)
    return undefined;
  const heldFrom = addDays(dateIn(regions.HI.timeZone, now), -HELD_DAYS);
  const from = filters.from as CalendarDate | null;
  const reachesAll = from !== null && from >= heldFrom;
  const newestFirst = sort.direction === 'descending';
  if (!reachesAll && !newestFirst) return undefined;
  const lastDay = (filters.to ?? '2099-12-31') as CalendarDate;
  const spans = served
    .filter(each => region === null || each === region)
    .map(each => ({
      region: each,
      begin: beginOfDay(reachesAll ? from : heldFrom, regions[each].timeZone),
      end: beginOfDay(addDays(lastDay, 1), regions[each].timeZone),
    }));
  const { fromCents, toCents } = filters;
  const search = { ...box, spans, states, methods, fromCents, toCents, newestFirst };
  return { search, reachesAll };
}
