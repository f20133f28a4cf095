import { z } from 'zod';
import { AccountNote } from '../billing/account-note.ts';
import { CallRecord } from '../billing/call-record.ts';
import { ExpectedWire } from '../billing/expected-wire.ts';
import { PromiseToPay } from '../billing/promise.ts';
import { Referral } from '../billing/referral.ts';
import { Instant } from '../calendar/dates.ts';

/** What may wait at the desk until the backend can be reached. Payments never do. */
export const OwedKind = z.enum([
  'account_note',
  'promise',
  'referral',
  'expected_wire',
  'call_record',
]);
export type OwedKind = z.infer<typeof OwedKind>;

/** One thing this desk still owes the backend: of which kind and call, never about whom. */
export const OwedItem = z.object({
  entryId: z.int(),
  kind: OwedKind,
  /** The call it comes from, as it is spoken: `C-4XK7`; null when it is no longer known. */
  callReference: z.string().nullable(),
  createdAt: Instant,
  tries: z.int(),
  /** Why it has not got there yet, a code; null before the first try. */
  lastError: z.string().nullable(),
  nextTryAt: Instant,
  /** Something else of its account waits before it; until that is sent or set aside this is not tried. */
  waitsItsTurn: z.boolean(),
  /** Since when it is not tried any more: the backend will not take it as it is. */
  setAsideAt: Instant.nullable(),
  /** Whether whoever asks may have it tried again: their own, or any for a supervisor. */
  mayRetry: z.boolean(),
});
export type OwedItem = z.infer<typeof OwedItem>;

/** How far something is on its way to the backend. */
const standing = {
  sentAt: Instant.nullable(),
  setAsideAt: Instant.nullable(),
  lastError: z.string().nullable(),
};

/** What was kept for later on a call, and whether the backend has it. */
export const KeptOnCall = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account_note'), record: AccountNote, ...standing }),
  z.object({ kind: z.literal('promise'), record: PromiseToPay, ...standing }),
  z.object({ kind: z.literal('referral'), record: Referral, ...standing }),
  z.object({ kind: z.literal('expected_wire'), record: ExpectedWire, ...standing }),
]);
export type KeptOnCall = z.infer<typeof KeptOnCall>;

/** What each kind is made of. */
export const owedRecords = {
  account_note: AccountNote,
  promise: PromiseToPay,
  referral: Referral,
  expected_wire: ExpectedWire,
  call_record: CallRecord,
} as const satisfies Record<OwedKind, z.ZodType>;
