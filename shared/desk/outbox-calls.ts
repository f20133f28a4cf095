import { z } from 'zod';
import { AccountNote } from '../billing/account-note.ts';
import { ExpectedWire } from '../billing/expected-wire.ts';
import { PromiseToPay } from '../billing/promise.ts';
import { Referral } from '../billing/referral.ts';
import { Instant } from '../calendar/dates.ts';
import { call } from './call.ts';

/** What may wait at the desk until the backend can be reached. Payments never do. */
export const OwedKind = z.enum([
  'account_note',
  'promise',
  'referral',
  'expected_wire',
  'call_record',
]);
export type OwedKind = z.infer<typeof OwedKind>;

/** One thing this desk still owes the backend. */
export const OwedItem = z.object({
  entryId: z.int(),
  kind: OwedKind,
  /** The call it comes from, as it is spoken: `C-4XK7`; null when it is no longer known. */
  callReference: z.string().nullable(),
  createdAt: Instant,
  tries: z.int(),
  /** Why it has not got there yet; null before the first try. */
  lastError: z.string().nullable(),
  nextTryAt: Instant,
  /** Since when it is not tried any more: the backend will not take it as it is. */
  setAsideAt: Instant.nullable(),
});
export type OwedItem = z.infer<typeof OwedItem>;

export const outboxCalls = {
  'notes.add': call({ input: AccountNote.pick({ text: true }), output: AccountNote }),
  'promises.make': call({
    input: PromiseToPay.pick({ amountCents: true, promisedOn: true, reason: true, note: true }),
    output: PromiseToPay,
  }),
  'referrals.make': call({
    input: Referral.pick({ programme: true, context: true }),
    output: Referral,
  }),
  'wires.expect': call({
    input: ExpectedWire.pick({ amountCents: true, expectedOn: true, ledger: true }),
    output: ExpectedWire,
  }),
  /** Everything unsent, the oldest first; what was set aside is among it. */
  'outbox.list': call({ input: z.null(), output: z.object({ items: z.array(OwedItem) }) }),
  /** Tries one again that was set aside, or now instead of later. */
  'outbox.retry': call({ input: z.strictObject({ entryId: z.int() }), output: z.null() }),
};
