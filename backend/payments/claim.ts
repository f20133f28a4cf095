import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { AchAuthorisation } from '#shared/ach/tel-authorisation.ts';
import { Payment } from '#shared/billing/payment.ts';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import {
  type OrderedMethod,
  type PaymentOrder,
  RefusedForGood,
} from '#shared/contract/payments.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { debitRules } from './debit-rules.ts';
import { OpenPayment } from './open-payment.ts';
import { claimRules, monthsNow } from './rules.ts';

const Claim = z.discriminatedUnion('outcome', [
  OpenPayment.extend({ outcome: z.literal('claimed') }),
  z.object({ outcome: z.literal('heard'), reply: Payment.nullable() }),
  z.object({
    outcome: z.literal('refused'),
    code: z.enum([...RefusedForGood.options, 'key_reused']),
  }),
]);
export type Claim = z.output<typeof Claim>;

function agreedFields(agreed: AchAuthorisation): unknown[] {
  const { language, wordingVersion, debitOn, amountCents, agreedAt } = agreed;
  const { recordingReference, payerName, acknowledged } = agreed;
  const what = [language, wordingVersion, debitOn, amountCents, agreedAt];
  return [...what, recordingReference, payerName, [...acknowledged].sort()];
}

/** What is kept is named by its id, what was captured by its token. */
const whatPays = (method: OrderedMethod) => ('methodId' in method ? method.methodId : method.token);

/** What tells a repeated request from another one under the same key: each field, in a fixed order. */
function fingerprintOf(order: PaymentOrder): string {
  const { guarantorId, callId, verificationId, method, amountCents, allocation } = order;
  const parts =
    allocation === 'oldest_first'
      ? allocation
      : allocation.map(part => [part.chargeId, part.amountCents]);
  const fields = [guarantorId, callId, verificationId, whatPays(method), amountCents, parts];
  const agreed = 'authorisation' in method ? [agreedFields(method.authorisation)] : [];
  return createHash('sha256')
    .update(JSON.stringify([...fields, order.duplicateAcknowledged, ...agreed]))
    .digest('hex');
}

const kindOf = ({ kind }: OrderedMethod) =>
  kind === 'card' || kind === 'stored_card' ? 'card' : 'ach';

/**
 * The first of a payment's two round trips: checks the order under a lock on the guarantor's accounts
 * and, if it may be taken, commits the payment as `sent` before anybody else hears of it.
 */
export async function claimPayment(
  db: Database,
  key: AttemptKey,
  order: PaymentOrder,
  person: Person,
  { now, leaseMs }: { now: number; leaseMs: number },
): Promise<Claim> {
  const { method, ...rest } = order;
  const takenAt = instantOf(now);
  const rules = {
    ...claimRules(leaseMs),
    debits: debitRules(order, takenAt),
    months: monthsNow(takenAt),
  };
  const asked = {
    ...rest,
    ...method,
    kind: kindOf(method),
    userId: person.user.userId,
    workstationId: person.workstationId,
  };
  const claim = async (trx: Database) => {
    const { rows } = await sql<{ claim: unknown }>`SELECT claim_payment(
      ${key}, ${fingerprintOf(order)}, ${JSON.stringify(asked)}, ${JSON.stringify(rules)},
      ${takenAt}) AS claim`.execute(trx);
    return Claim.parse(rows[0]?.claim);
  };
  if (!order.duplicateAcknowledged) return claim(db);
  return db.transaction().execute(async trx => {
    const claimed = await claim(trx);
    if (claimed.outcome === 'claimed') await noteAgain(trx, key, person, takenAt);
    return claimed;
  });
}

/** Keeps that the caller said they wanted to pay again, for whoever sees two payments that look like one. */
async function noteAgain(
  trx: Database,
  key: AttemptKey,
  { user, workstationId }: Person,
  at: Instant,
): Promise<void> {
  await sql`
    INSERT INTO payment_again (payment_key, confirmed_at, confirmed_by, workstation_id)
    VALUES (${key}, ${at}, ${user.userId}, ${workstationId}) ON CONFLICT DO NOTHING`.execute(trx);
}
