import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { regions } from '#shared/organization/regions.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { voidRefusal } from '#shared/payments/may-follow.ts';
import { followedNow } from '../after-payment/about-payment.ts';
import { refundInstead } from '../approvals/refund-instead.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { settleAfterPayment } from '../plans/settle-plan.ts';
import { OpenPayment } from './open-payment.ts';
import { type FoundPayment, findPayment } from './read.ts';
import { answerOrSilence, type PaymentParts } from './submit.ts';

/** Refuses what may not be voided; true when it is voided already. */
function isVoided(found: FoundPayment | undefined, person: Person, now: number): boolean {
  if (!found || !person.user.regions.includes(found.region)) {
    throw new Refused('payment_not_found');
  }
  if (person.role !== 'supervisor' && found.takenBy !== person.user.userId) {
    throw new Refused('not_allowed');
  }
  if (found.payment.state === 'voided') return true;
  const refusal = voidRefusal(followedNow(found, now));
  if (refusal) throw new Refused(refusal);
  return false;
}

interface VoidWish {
  /** Who asks for it. */
  readonly by: string;
  readonly reason: string;
  readonly now: number;
  /** A second person has agreed, so that one that has posted is taken back too. */
  readonly late?: true;
}

/**
 * Writes that the payment is to be voided; a card's is committed before the processor hears of it. One that has posted
 * only whoever has the approval of a second person asks for.
 */
export async function askVoid(
  { db, leaseMs }: Pick<PaymentParts, 'db' | 'leaseMs'>,
  key: AttemptKey,
  { by, reason, now, late = undefined }: VoidWish,
): Promise<OpenPayment | undefined> {
  const { rows } = await sql`
    UPDATE payment SET claimed_until = ${instantOf(now + leaseMs)},
      void_asked_at = coalesce(void_asked_at, ${instantOf(now)}::timestamptz),
      void_asked_by = coalesce(void_asked_by, ${by}),
      void_reason = coalesce(void_reason, ${reason})
    FROM guarantor
    WHERE key = ${key} AND (payment.state = 'approved' OR (${late === true} AND payment.state = 'posted'))
      AND guarantor.guarantor_id = payment.guarantor_id
    RETURNING to_jsonb(payment) AS payment, region, payment_parts(key) AS parts`.execute(db);
  return rows[0] === undefined ? undefined : OpenPayment.parse(rows[0]);
}

/** Writes the reversal of a payment that was given back; again changes nothing. */
async function closeVoid(db: Database, open: OpenPayment, now: number): Promise<void> {
  const lines = JSON.stringify(linesOf(`${open.payment.method_kind}_payment_voided`, open.parts));
  const today = dateIn(regions[open.region].timeZone, instantOf(now));
  await sql`SELECT close_void(
    ${open.payment.key}, ${uuidv7()}, ${lines}, ${instantOf(now)}, ${today})`.execute(db);
}

/**
 * Asks the processor for a void that was committed, and writes what it says; undefined when it stays
 * silent. Refused, the wish ends, and the payment tells why it stands: asking again changes nothing. A second person
 * who approved it has approved the refund that takes its place then.
 */
export async function finishVoid(
  { db, processor, clock, leaseMs }: PaymentParts,
  open: OpenPayment,
): Promise<'voided' | 'refused' | undefined> {
  const { key } = open.payment;
  const given = await answerOrSilence(processor.voidCharge(key));
  if (given === undefined) return undefined;
  if (given) {
    await closeVoid(db, open, clock());
    return 'voided';
  }
  await db.transaction().execute(async trx => {
    const { numAffectedRows } = await sql`
      UPDATE payment SET void_asked_at = NULL, void_asked_by = NULL, void_reason = NULL, claimed_until = NULL,
        state_why = format('the card processor refused the void that %s asked for: %s', void_asked_by, void_reason)
      WHERE key = ${key} AND state IN ('approved', 'posted') AND void_asked_at IS NOT NULL`.execute(
      trx,
    );
    if (numAffectedRows) await refundInstead(trx, key, { now: clock(), leaseMs });
  });
  return 'refused';
}

/** Nobody has heard of a debit before its file is written, so that wish and reversal are one transaction. */
export async function voidDebitWithin(
  parts: Pick<PaymentParts, 'db' | 'leaseMs'>,
  key: AttemptKey,
  wish: VoidWish,
): Promise<void> {
  const open = await askVoid(parts, key, wish);
  if (open) await closeVoid(parts.db, open, wish.now);
}

/** The same in a transaction of its own. */
export async function voidDebit(
  { db, leaseMs }: PaymentParts,
  key: AttemptKey,
  wish: VoidWish,
): Promise<void> {
  await db.transaction().execute(within => voidDebitWithin({ db: within, leaseMs }, key, wish));
}

async function voidCharge(parts: PaymentParts, key: AttemptKey, wish: VoidWish): Promise<void> {
  const open = await askVoid(parts, key, wish);
  if (open && !(await finishVoid(parts, open))) throw new Refused('unavailable');
}

/**
 * Takes an approved payment back, before the cut-off, by whoever took it or a supervisor. Where the
 * processor stays silent the wish is kept and finished later; the answer is `unavailable` then.
 */
export async function voidPayment(
  parts: PaymentParts,
  key: AttemptKey,
  person: Person,
  reason: string,
): Promise<FoundPayment> {
  const { db, clock } = parts;
  const found = await findPayment(db, key);
  if (!isVoided(found, person, clock())) {
    const take = found?.payment.method.kind === 'ach' ? voidDebit : voidCharge;
    await take(parts, key, { by: person.user.userId, reason, now: clock() });
  }
  const voided = await findPayment(db, key);
  if (voided?.payment.state !== 'voided') throw new Refused('not_voidable');
  const { guarantorId } = voided.payment;
  await settleAfterPayment(db, { guarantorId, timeZone: regions[voided.region].timeZone }, clock());
  return voided;
}
