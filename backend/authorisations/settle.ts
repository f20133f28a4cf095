import { sql } from 'kysely';
import { nextTryOn } from '#shared/authorisations/retries.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import { type DeclineCode, declineKind } from '#shared/payments/declines.ts';
import { isOpen, type PaymentState } from '#shared/payments/states.ts';
import type { Database } from '../database/connect.ts';
import { finishIfDone } from './finish.ts';
import { type LockedAuthorisation, lockAuthorisation } from './locked.ts';
import { noteEvent } from './note-event.ts';
import type { RunDay } from './run-day.ts';

export interface Which {
  readonly authorisationId: string;
  readonly occurrence: string;
}

interface Sent {
  readonly key: string;
  readonly state: PaymentState;
  readonly decline: DeclineCode | null;
  readonly amountCents: Cents;
  readonly declines: number;
}

async function lockSent(trx: Database, which: Which): Promise<Sent | undefined> {
  const { rows } = await sql<Sent>`
    SELECT key, payment.state, decline, payment.amount_cents AS "amountCents", declines
    FROM scheduled_payment AS each JOIN payment ON key = payment_key
    WHERE authorisation_id = ${which.authorisationId} AND occurrence = ${which.occurrence}
      AND each.state = 'sent' FOR UPDATE OF each`.execute(trx);
  return rows[0];
}

interface Outcome {
  readonly state: 'paid' | 'waiting' | 'failed' | 'skipped';
  readonly why?: string;
  readonly tryOn?: CalendarDate;
  readonly declines?: number;
  readonly exception?: 'hard_decline' | 'declined_too_often';
}

/** What an outcome of the processor means: a soft decline is tried twice again, a hard one never. */
function outcomeOf(
  { state, decline, declines }: Sent,
  today: CalendarDate,
  isActive: boolean,
): Outcome {
  if (state === 'not_charged') {
    const why = 'nothing was charged, and nothing will be under that key';
    return isActive ? { state: 'waiting', tryOn: today, why } : { state: 'skipped', why };
  }
  if (state !== 'declined' || decline === null) return { state: 'paid' };
  const why = decline;
  if (declineKind[decline] === 'hard') return { state: 'failed', exception: 'hard_decline', why };
  if (!isActive) return { state: 'skipped', why };
  const tryOn = nextTryOn(today, declines + 1);
  return tryOn
    ? { state: 'waiting', tryOn, declines: declines + 1, why }
    : { state: 'failed', declines: declines + 1, exception: 'declined_too_often', why };
}

async function openException(
  trx: Database,
  locked: LockedAuthorisation,
  { occurrence }: Which,
  { key, kind, why }: { key: string; kind: NonNullable<Outcome['exception']>; why: string },
  now: Instant,
): Promise<void> {
  const { authorisationId } = locked;
  await sql`
    INSERT INTO authorisation_exception (authorisation_id, occurrence, kind, payment_key, opened_at)
    VALUES (${authorisationId}, ${occurrence}, ${kind}, ${key}, ${now}) ON CONFLICT DO NOTHING`.execute(
    trx,
  );
  if (kind !== 'hard_decline' || locked.state !== 'active') return;
  await sql`SELECT end_authorisation(${authorisationId}, 'stopped', ${why}, ${now})`.execute(trx);
  await noteEvent(trx, authorisationId, { kind: 'stopped', occurrence, why }, null, now);
}

/**
 * Writes what became of a payment that was sent, once its outcome is known, with all that follows for its
 * authorisation; gives the cents that were taken. While nobody knows, nothing is written.
 */
export async function settleScheduled(
  db: Database,
  which: Which,
  { today, now }: RunDay,
): Promise<Cents | undefined> {
  return db.transaction().execute(async trx => {
    const locked = await lockAuthorisation(trx, which.authorisationId);
    const sent = await lockSent(trx, which);
    if (!(locked && sent) || isOpen(sent.state)) return undefined;
    const outcome = outcomeOf(sent, today, locked.state === 'active');
    const { state, why = null, tryOn = null, declines = sent.declines, exception } = outcome;
    await sql`
      UPDATE scheduled_payment SET state = ${state}, state_at = ${now}, state_why = ${why},
        declines = ${declines}, try_on = coalesce(${tryOn}::date, try_on)
      WHERE authorisation_id = ${which.authorisationId} AND occurrence = ${which.occurrence}`.execute(
      trx,
    );
    if (exception && why !== null) {
      await openException(trx, locked, which, { key: sent.key, kind: exception, why }, now);
    }
    await finishIfDone(trx, locked, now);
    return state === 'paid' ? sent.amountCents : undefined;
  });
}
