import { z } from 'zod';
import { ArrivingKind } from '../billing/payment-method.ts';

/** By what a page of payments may be put in order; equal ones by the time they were taken. */
export const SearchOrder = z.enum(['time', 'amount', 'taker', 'state', 'method']);
export type SearchOrder = z.infer<typeof SearchOrder>;

export const SearchedMethod = z.enum(['card', 'ach', ...ArrivingKind.options]);
export type SearchedMethod = z.infer<typeof SearchedMethod>;

/** What waits for somebody about a payment, and is still open. */
export const SearchedException = z.enum([
  'unknown',
  'unposted',
  'returned',
  'notice',
  'not_sent',
  'paid_twice',
  'overridden',
  'traced',
  'duplicate',
  'not_taken',
  'recording',
  'record_locked',
]);
export type SearchedException = z.infer<typeof SearchedException>;

/** What payments went together in: a Nacha file, one batch of it, or the cards posted on a business day. */
export const SearchedBatch = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ach_file'),
    fileId: z.string().max(100),
    /** Null for the whole file. */
    batchNumber: z.int().positive().nullable(),
  }),
  z.strictObject({ kind: z.literal('card_posting'), postedOn: z.string().max(100) }),
]);
export type SearchedBatch = z.infer<typeof SearchedBatch>;

const typed = z.string().max(20_000);

/**
 * What payments are searched by, as it was typed or chosen: wide enough that `searchFault` can say in one
 * sentence what is wrong with it. A null, or an empty list, asks for nothing. Dates are whole days in the zone
 * of each payment's region, amounts are in cents; both ends are meant.
 */
export const PaymentFilters = z.strictObject({
  /** The one box: whatever `readBox` makes of it. */
  box: typed,
  from: typed.nullable(),
  to: typed.nullable(),
  region: typed.nullable(),
  /** A user's id. */
  taker: typed.nullable(),
  methods: z.array(typed).max(50),
  states: z.array(typed).max(50),
  fromCents: z.number().nullable(),
  toCents: z.number().nullable(),
  /** An MRN: what paid something of this patient's. */
  patient: typed.nullable(),
  confirmation: typed.nullable(),
  last4: typed.nullable(),
  batch: SearchedBatch.nullable(),
  exception: typed.nullable(),
});
export type PaymentFilters = z.infer<typeof PaymentFilters>;

/** Asks for everything. */
export const noFilters: PaymentFilters = {
  box: '',
  from: null,
  to: null,
  region: null,
  taker: null,
  methods: [],
  states: [],
  fromCents: null,
  toCents: null,
  patient: null,
  confirmation: null,
  last4: null,
  batch: null,
  exception: null,
};

export const SearchSort = z.strictObject({
  by: SearchOrder,
  direction: z.enum(['ascending', 'descending']),
});
export type SearchSort = z.infer<typeof SearchSort>;

/** The newest first. */
export const newestFirst: SearchSort = { by: 'time', direction: 'descending' };
