import { z } from 'zod';
import { PaymentMethod } from '../billing/payment-method.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Cents, PositiveCents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { PaymentState } from '../payments/states.ts';
import { PaymentFilters, SearchedMethod, SearchSort } from '../search/payment-search.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

/** How many payments one page holds. */
export const PAYMENTS_ON_A_PAGE = 100;

/** Beyond so many payments what was found is not counted: "more than" says so. */
export const MOST_COUNTED = 100_000;

/** A place in an order of payments, as a page gave it: it says nothing to anybody but the backend. */
export const SearchCursor = z.string().min(1).max(400);

/** The most views that one person keeps. */
export const MOST_VIEWS = 40;

/** One payment of a page: what a row shows. */
export const SearchedPayment = z.object({
  key: AttemptKey,
  takenAt: Instant,
  region: RegionCode,
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  /** Null for what arrived by itself. */
  takenByName: z.string().nullable(),
  state: PaymentState,
  stateAt: Instant,
  method: PaymentMethod,
  amountCents: PositiveCents,
  confirmation: z.string().nullable(),
});
export type SearchedPayment = z.infer<typeof SearchedPayment>;

export const SearchPage = z.object({
  payments: z.array(SearchedPayment).max(PAYMENTS_ON_A_PAGE),
  /** Where the page before and the one after begin; null where there is none. */
  before: SearchCursor.nullable(),
  after: SearchCursor.nullable(),
});
export type SearchPage = z.infer<typeof SearchPage>;

/** What was found, by state and method. `exact` is false where there are more than `MOST_COUNTED`, of which nothing is summed up. */
export const SearchTotals = z.discriminatedUnion('exact', [
  z.object({
    exact: z.literal(true),
    count: z.int().min(0),
    cents: Cents,
    groups: z.array(
      z.object({
        state: PaymentState,
        method: SearchedMethod,
        count: z.int().positive(),
        cents: Cents,
      }),
    ),
  }),
  z.object({ exact: z.literal(false), moreThan: z.int().positive() }),
]);
export type SearchTotals = z.infer<typeof SearchTotals>;

/** What the filters offer: who took payments in the asker's regions, and what went together lately. */
export const SearchChoices = z.object({
  takers: z.array(z.object({ userId: z.string(), name: z.string() })),
  files: z.array(
    z.object({
      fileId: z.uuid(),
      businessDay: CalendarDate,
      modifier: z.string(),
      entries: z.int().positive(),
    }),
  ),
  postings: z.array(z.object({ postedOn: CalendarDate, payments: z.int().positive() })),
});
export type SearchChoices = z.infer<typeof SearchChoices>;

export const ViewName = z.string().trim().min(1).max(60);

/** A search that somebody keeps for themselves. */
export const SavedView = z.object({
  viewId: z.uuid(),
  name: z.string(),
  filters: PaymentFilters,
  sort: SearchSort,
});
export type SavedView = z.infer<typeof SavedView>;

const searchFaults = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'search_too_long',
  'search_card_number',
  'search_not_understood',
  'search_many_names',
  'search_date_wrong',
  'search_dates_turned',
  'search_amount_wrong',
  'search_amounts_turned',
  'search_region_unknown',
  'search_taker_unknown',
  'search_state_unknown',
  'search_method_unknown',
  'search_exception_unknown',
  'search_patient_wrong',
  'search_confirmation_wrong',
  'search_last4_wrong',
  'search_batch_unknown',
] as const satisfies ProblemCode[];

const byView = z.object({ viewId: z.uuid() });

/** A supervisor's search, over the payments of their regions. What is searched travels in a body: no log of addresses holds a person. */
export const paymentSearchRoutes = {
  searchPayments: route({
    method: 'POST',
    path: '/v1/payment-search',
    summary:
      'One page of the payments that are searched, after or before a place, or the first; kept as an access',
    body: z.strictObject({
      filters: PaymentFilters,
      sort: SearchSort,
      place: z.strictObject({ side: z.enum(['after', 'before']), cursor: SearchCursor }).nullable(),
      /** A screen reads again what it shows: that is one look an hour. */
      again: z.boolean(),
    }),
    status: 200,
    reply: SearchPage,
    problems: [...searchFaults, 'search_place_unknown'],
  }),
  totalPayments: route({
    method: 'POST',
    path: '/v1/payment-search/totals',
    summary: 'How many payments are found and how much they are, by state and method',
    body: z.strictObject({ filters: PaymentFilters }),
    status: 200,
    reply: SearchTotals,
    problems: searchFaults,
  }),
  searchChoices: route({
    method: 'GET',
    path: '/v1/payment-search/choices',
    summary: 'Whom and what a search may be narrowed to',
    status: 200,
    reply: SearchChoices,
    problems: ['signed_out', 'not_allowed'],
  }),
  savedViews: route({
    method: 'GET',
    path: '/v1/saved-views',
    summary: "The asker's own searches, by name",
    status: 200,
    reply: z.object({ views: z.array(SavedView).max(MOST_VIEWS) }),
    problems: ['signed_out', 'not_allowed'],
  }),
  saveView: route({
    method: 'PUT',
    path: '/v1/saved-views/:viewId',
    summary: 'Keep a search under a name, or another search or name under the same id',
    params: byView,
    body: z.strictObject({ name: ViewName, filters: PaymentFilters, sort: SearchSort }),
    status: 200,
    reply: SavedView,
    problems: [...searchFaults, 'view_name_used', 'views_too_many'],
  }),
  removeView: route({
    method: 'DELETE',
    path: '/v1/saved-views/:viewId',
    summary: 'Remove a search one has kept. Again changes nothing',
    params: byView,
    status: 200,
    reply: byView,
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
};
