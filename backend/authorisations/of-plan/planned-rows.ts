import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';
import type { Which } from '../settle.ts';

/** What was decided of an instalment so far. */
export interface InstalmentRow {
  readonly occurrence: string;
  readonly planId: string;
  readonly number: number;
  readonly state: string;
  readonly dueOn: CalendarDate;
}

export async function instalmentRows(
  trx: Database,
  authorisationId: string,
): Promise<InstalmentRow[]> {
  const { rows } = await sql<InstalmentRow>`
    SELECT occurrence, plan_id AS "planId", instalment AS number, state, agreed_on AS "dueOn" FROM scheduled_payment
    WHERE authorisation_id = ${authorisationId} ORDER BY agreed_on`.execute(trx);
  return rows;
}

/** The name of an instalment, for good: its day may move, its number does not. */
export const instalmentName = (planId: string, number: number) => `${planId}-${number}`;

export interface PlannedInstalment {
  readonly authorisationId: string;
  readonly planId: string;
  readonly number: number;
  readonly dueOn: CalendarDate;
  readonly payOn: CalendarDate;
  readonly amountCents: number;
  /** It is announced before it is taken. */
  readonly varies: boolean;
  /** Why it is left out; null for one that is to be taken. */
  readonly leftOut: string | null;
}

/** The words for whoever is debited, of a day for which there are none yet. */
async function announce(
  trx: Database,
  authorisationId: string,
  occurrence: string,
  now: Instant,
): Promise<void> {
  await sql`
    INSERT INTO payment_notice (authorisation_id, occurrence, guarantor_id, language, amount_cents, pay_on, written_at)
    SELECT authorisation_id, occurrence, guarantor_id, language, amount_cents, pay_on, ${now}
    FROM scheduled_payment JOIN authorisation USING (authorisation_id) JOIN guarantor USING (guarantor_id)
    WHERE authorisation_id = ${authorisationId} AND occurrence = ${occurrence} ON CONFLICT DO NOTHING`.execute(
    trx,
  );
}

/** Writes down that an instalment is to be taken or left out, once; nothing where another authorisation has it. */
export async function writeInstalment(
  trx: Database,
  planned: PlannedInstalment,
  now: Instant,
): Promise<void> {
  const { authorisationId, planId, number, dueOn, payOn, amountCents, varies, leftOut } = planned;
  const occurrence = instalmentName(planId, number);
  const { numAffectedRows = 0n } = await sql`
    INSERT INTO scheduled_payment (authorisation_id, occurrence, ledger, agreed_on, pay_on, try_on, amount_cents, state,
      state_at, state_why, plan_id, instalment, varies)
    VALUES (${authorisationId}, ${occurrence}, 'medical', ${dueOn}, ${payOn}, ${payOn}, ${amountCents},
      ${leftOut === null ? 'waiting' : 'skipped'}, ${now}, ${leftOut}, ${planId}, ${number}, ${varies})
    ON CONFLICT DO NOTHING`.execute(trx);
  if (varies && leftOut === null && numAffectedRows === 1n) {
    await announce(trx, authorisationId, occurrence, now);
  }
}

/** Leaves out an instalment that waits; false where none of this name does. Left out before, its reason stays. */
export async function leaveOut(
  trx: Database,
  { authorisationId, occurrence }: Which,
  why: string,
  now: Instant,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    UPDATE scheduled_payment SET state = 'skipped', state_at = ${now}, state_why = ${why}
    WHERE authorisation_id = ${authorisationId} AND occurrence = ${occurrence} AND state = 'waiting'`.execute(
    trx,
  );
  return numAffectedRows === 1n;
}

/** Moves an instalment, which waits, with its due date, and announces it for the new day. */
export async function moveInstalment(
  trx: Database,
  planned: PlannedInstalment,
  now: Instant,
): Promise<void> {
  const { authorisationId, planId, number, dueOn, payOn, amountCents } = planned;
  const occurrence = instalmentName(planId, number);
  await sql`
    UPDATE scheduled_payment SET agreed_on = ${dueOn}, pay_on = ${payOn}, try_on = ${payOn},
      amount_cents = ${amountCents}, varies = true, state_why = 'the plan moved its due date'
    WHERE authorisation_id = ${authorisationId} AND occurrence = ${occurrence} AND state = 'waiting'`.execute(
    trx,
  );
  await announce(trx, authorisationId, occurrence, now);
}
