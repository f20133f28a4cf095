import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { answerOrSilence, type PaymentParts } from '../payments/submit.ts';

interface Removed {
  readonly methodId: string;
  readonly kind: 'card' | 'ach';
  readonly token: string;
}

const AT_ONCE = 20;

/** How soon it is looked again whether a removed account is still needed. */
const STILL_NEEDED_MS = 15 * 60_000;

/** Nobody puts it off for longer; what is put off until later was so by a clock that ran ahead. */
const LONGEST_WAIT_MS = 60 * 60_000;

async function takeDue({ db, clock, leaseMs }: PaymentParts): Promise<Removed[]> {
  const now = clock();
  const { rows } = await sql<Removed>`
    UPDATE stored_method SET forget_at = ${instantOf(now + leaseMs)}
    WHERE method_id IN (
      SELECT method_id FROM stored_method
      WHERE removed_at IS NOT NULL AND forgotten_at IS NULL
        AND (forget_at <= ${instantOf(now)} OR forget_at > ${instantOf(now + LONGEST_WAIT_MS)})
      ORDER BY forget_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING method_id AS "methodId", kind, token`.execute(db);
  return rows;
}

async function noteForgotten(db: Database, { methodId }: Removed, now: number): Promise<void> {
  await sql`UPDATE stored_method SET token = NULL, forgotten_at = ${instantOf(now)}
    WHERE method_id = ${methodId} AND forgotten_at IS NULL`.execute(db);
}

/**
 * Deletes the sealed number behind a token, and says whether that is done: not while a debit of it waits here
 * for a file of the bank or may still come back, or a refund waits to be sent to it.
 */
async function deleteNumber(db: Database, { token }: Removed, now: number): Promise<boolean> {
  const { rows } = await sql`
    UPDATE bank_account SET account_number_sealed = NULL, erased_at = coalesce(erased_at, ${instantOf(now)})
    WHERE token = ${token} AND NOT EXISTS (
      SELECT FROM payment LEFT JOIN refund ON payment_key = key
      WHERE bank_token = token AND (payment.state IN ('sent', 'unknown', 'approved', 'originated')
        OR refund.state IN ('requested', 'approved', 'sent')))
    RETURNING token`.execute(db);
  return rows.length > 0;
}

async function forget({ db, processor, clock }: PaymentParts, removed: Removed): Promise<void> {
  if (removed.kind === 'card') {
    const done = await answerOrSilence(processor.forgetCard(removed.token).then(() => true));
    if (done) await noteForgotten(db, removed, clock());
    return;
  }
  if (await deleteNumber(db, removed, clock())) return noteForgotten(db, removed, clock());
  await sql`UPDATE stored_method SET forget_at = ${instantOf(clock() + STILL_NEEDED_MS)}
    WHERE method_id = ${removed.methodId}`.execute(db);
}

/**
 * One turn: deletes what removed cards and accounts leave behind, at the processor or in the vault, until it
 * is done; asked again after a silence or a crash. Gives how many it looked at.
 */
export async function forgetRemoved(parts: PaymentParts): Promise<number> {
  const due = await takeDue(parts);
  for (const removed of due) await forget(parts, removed);
  return due.length;
}
