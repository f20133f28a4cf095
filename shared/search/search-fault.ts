import { CalendarDate } from '../calendar/dates.ts';
import { isInWorkingYears } from '../calendar/working-years.ts';
import { holdsCardNumber } from '../cards/card-number-in.ts';
import type { ProblemCode } from '../contract/problem.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { Cents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { isConfirmationNumber } from '../payments/confirmation-number.ts';
import { PaymentState } from '../payments/states.ts';
import { type PaymentFilters, SearchedException, SearchedMethod } from './payment-search.ts';
import { readBox } from './read-box.ts';

/** The most characters that anything typed into the search may have. */
export const LONGEST_SEARCH = 120;

export interface SearchFault {
  readonly code: ProblemCode;
  readonly field: keyof PaymentFilters;
}

const fault = (code: ProblemCode, field: keyof PaymentFilters): SearchFault => ({ code, field });

/** Each thing that may be wrong, in the order in which it is said. */
const faults: readonly ((filters: PaymentFilters) => SearchFault | false)[] = [
  ({ box }) => box.trim().length > LONGEST_SEARCH && fault('search_too_long', 'box'),
  ({ box }) => holdsCardNumber(box) && fault('search_card_number', 'box'),
  ({ box }) => readBox(box).kind === 'unclear' && fault('search_not_understood', 'box'),
  ({ from }) => isNoDay(from) && fault('search_date_wrong', 'from'),
  ({ to }) => isNoDay(to) && fault('search_date_wrong', 'to'),
  ({ from, to }) =>
    from !== null && to !== null && from > to && fault('search_dates_turned', 'from'),
  ({ fromCents }) => isNoAmount(fromCents) && fault('search_amount_wrong', 'fromCents'),
  ({ toCents }) => isNoAmount(toCents) && fault('search_amount_wrong', 'toCents'),
  ({ fromCents, toCents }) =>
    fromCents !== null &&
    toCents !== null &&
    fromCents > toCents &&
    fault('search_amounts_turned', 'fromCents'),
  ({ region }) =>
    region !== null &&
    !RegionCode.safeParse(region).success &&
    fault('search_region_unknown', 'region'),
  ({ states }) =>
    states.some(each => !PaymentState.safeParse(each).success) &&
    fault('search_state_unknown', 'states'),
  ({ methods }) =>
    methods.some(each => !SearchedMethod.safeParse(each).success) &&
    fault('search_method_unknown', 'methods'),
  ({ exception }) =>
    exception !== null &&
    !SearchedException.safeParse(exception).success &&
    fault('search_exception_unknown', 'exception'),
  ({ patient }) =>
    patient !== null && !Mrn.safeParse(patient).success && fault('search_patient_wrong', 'patient'),
  ({ confirmation }) =>
    confirmation !== null &&
    !isConfirmationNumber(confirmation) &&
    fault('search_confirmation_wrong', 'confirmation'),
  ({ last4 }) => last4 !== null && !/^\d{2,4}$/.test(last4) && fault('search_last4_wrong', 'last4'),
  ({ batch }) => batch !== null && !isBatch(batch) && fault('search_batch_unknown', 'batch'),
];

function isNoDay(day: string | null): boolean {
  const date = CalendarDate.nullable().safeParse(day);
  return !date.success || (date.data !== null && !isInWorkingYears(date.data));
}

const isNoAmount = (amount: number | null) =>
  amount !== null && !(Cents.safeParse(amount).success && amount >= 0);

const isBatch = (batch: NonNullable<PaymentFilters['batch']>) =>
  batch.kind === 'card_posting'
    ? !isNoDay(batch.postedOn)
    : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(batch.fileId);

/** The first thing that is wrong with a search, as a code with a sentence; undefined where nothing is. */
export function searchFault(filters: PaymentFilters): SearchFault | undefined {
  for (const check of faults) {
    const found = check(filters);
    if (found) return found;
  }
  return undefined;
}
