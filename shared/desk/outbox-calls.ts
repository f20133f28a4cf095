import { z } from 'zod';
import { AccountNote } from '../billing/account-note.ts';
import { ExpectedWire } from '../billing/expected-wire.ts';
import { PromiseToPay } from '../billing/promise.ts';
import { Referral } from '../billing/referral.ts';
import { AssistanceStanding } from '../contract/assistance-standing.ts';
import { call } from './call.ts';
import { OwedItem } from './owed.ts';

export const outboxCalls = {
  /** Each is kept by the desk first and sent when the backend can be reached; the answer does not wait. */
  'notes.add': call({ input: AccountNote.pick({ text: true }), output: AccountNote }),
  'promises.make': call({
    input: PromiseToPay.pick({ amountCents: true, promisedOn: true, reason: true, note: true }),
    output: PromiseToPay,
  }),
  'referrals.make': call({
    input: Referral.pick({ programme: true, context: true }),
    output: Referral,
  }),
  /** What was found about help for the guarantor whose bill the verified caller hears. */
  'referrals.standing': call({ input: z.null(), output: AssistanceStanding }),
  'wires.expect': call({
    input: ExpectedWire.pick({
      amountCents: true,
      expectedOn: true,
      ledger: true,
      method: true,
    }),
    output: ExpectedWire,
  }),
  /** Everything unsent, the oldest first; what was set aside is among it. */
  'outbox.list': call({ input: z.null(), output: z.object({ items: z.array(OwedItem) }) }),
  /** Tries one again that was set aside, or now instead of later. */
  'outbox.retry': call({ input: z.strictObject({ entryId: z.int() }), output: z.null() }),
};
