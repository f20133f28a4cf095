import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { Payment } from '#shared/billing/payment.ts';
import { postingDate } from '#shared/calendar/bank-calendar.ts';
import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { regions } from '#shared/organization/regions.ts';
import { confirmationNumber } from '#shared/payments/confirmation-number.ts';
import { PaymentState } from '#shared/payments/states.ts';
import type { Database } from '../database/connect.ts';
import { aPlanOf, settleAfterPayment } from '../plans/settle-plan.ts';
import type { Settled } from '../processor/port.ts';
import type { MovedBy } from './moved-by.ts';
import { type OpenPayment, replyOf } from './open-payment.ts';

/** How soon the processor is asked again about an outcome that nobody knows yet. */
const ASK_AGAIN_MS = 2_000;

const Closed = z.object({ state: PaymentState, reply: Payment.nullable() });

/** A debit that was agreed for a later day posts no sooner than it is made. */
function postingOnOf({ payment, region }: OpenPayment): CalendarDate {
  const takenAt = instantOf(Date.parse(payment.taken_at));
  const posting = postingDate(regions[region].timeZone, takenAt);
  const debited = payment.method_kind === 'ach' ? payment.effective_on : null;
  return debited !== null && debited > posting ? debited : posting;
}

function approved(open: OpenPayment, now: number) {
  const { timeZone } = regions[open.region];
  const confirmation = confirmationNumber(randomBytes(8));
  const postingOn = postingOnOf(open);
  return {
    state: 'approved',
    confirmation,
    postingOn,
    today: dateIn(timeZone, instantOf(now)),
    entryId: uuidv7(),
    lines: linesOf(`${open.payment.method_kind}_payment_approved`, open.parts),
    reply: { ...replyOf(open, 'approved'), confirmation, postingOn },
  };
}

/** What close_payment is to write for an answer of the processor; `undefined` is its silence. */
function outcomeOf(open: OpenPayment, settled: Settled | undefined, now: number) {
  switch (settled?.outcome) {
    case 'approved':
      return approved(open, now);
    case 'declined': {
      const { decline } = settled;
      return { state: 'declined', decline, reply: { ...replyOf(open, 'declined'), decline } };
    }
    case 'abandoned':
      return {
        state: 'not_charged',
        why: 'the processor never heard of it, and the key is closed there',
        reply: replyOf(open, 'not_charged'),
      };
    case undefined:
      return {
        state: 'unknown',
        why: 'the processor did not answer',
        askAgainAt: instantOf(now + ASK_AGAIN_MS),
      };
  }
}

function isConfirmationTaken(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.constraint === 'payment_confirmation_key';
}

/** What the processor said, undefined where it stays silent, and through whom it came here. */
export interface Answered {
  readonly settled: Settled | undefined;
  readonly by: MovedBy;
}

/**
 * The second of a payment's two round trips: writes the outcome with all that follows from it
 * (ledger, balances, confirmation, reply) and lets the accounts go; silence leaves it `unknown` and
 * the accounts held. Closing twice changes nothing and gives what the first time gave.
 */
export async function closePayment(
  db: Database,
  open: OpenPayment,
  { settled, by }: Answered,
  now: number,
): Promise<Payment> {
  const outcome = JSON.stringify({ ...outcomeOf(open, settled, now), by });
  try {
    const { guarantor_id: guarantorId } = open.payment;
    const { rows } = await sql<{ closed: unknown; hasPlan: boolean }>`SELECT close_payment(
      ${open.payment.key}, ${outcome}, ${instantOf(now)}) AS closed, ${aPlanOf(guarantorId)} AS "hasPlan"`.execute(
      db,
    );
    const closed = Closed.parse(rows[0]?.closed);
    if (closed.state === 'approved' && rows[0]?.hasPlan) {
      const { timeZone } = regions[open.region];
      await settleAfterPayment(db, { guarantorId, timeZone }, now);
    }
    return closed.reply ?? replyOf(open, closed.state);
  } catch (error) {
    // One confirmation number in eleven thousand million is taken already; draw another.
    if (isConfirmationTaken(error)) return closePayment(db, open, { settled, by }, now);
    throw error;
  }
}
