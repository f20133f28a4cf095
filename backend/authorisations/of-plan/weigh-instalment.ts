import { sql } from 'kysely';
import { type CalendarDate, dateIn } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import { owedInstalments } from '#shared/plans/owed-instalments.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';
import type { Database } from '../../database/connect.ts';
import { lockPlans } from '../../plans/kept-plan.ts';
import { lockAuthorisation } from '../locked.ts';
import type { RunDay } from '../run-day.ts';
import type { Which } from '../settle.ts';
import { followedPlan } from './followed-plan.ts';
import { leaveOut } from './planned-rows.ts';

interface Row {
  readonly planId: string;
  readonly instalment: number;
  readonly dueOn: CalendarDate;
}

async function waitingRow(trx: Database, which: Which): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    SELECT plan_id AS "planId", instalment, agreed_on AS "dueOn" FROM scheduled_payment
    WHERE authorisation_id = ${which.authorisationId} AND occurrence = ${which.occurrence} AND state = 'waiting'
    FOR UPDATE`.execute(trx);
  return rows[0];
}

/** The plan that an authorisation follows, with everybody else kept from it until the transaction ends. */
async function lockFollowed(trx: Database, authorisationId: string) {
  const locked = await lockAuthorisation(trx, authorisationId);
  if (locked?.terms.kind !== 'plan') return undefined;
  await lockPlans(trx, locked.guarantorId);
  const kept = await followedPlan(trx, locked.terms);
  return kept?.state === 'active' ? kept : undefined;
}

/**
 * What of an instalment is its own on the day, under the locks of its authorisation and its plan, so that no payment by
 * hand comes in between. One that was paid otherwise, or of a plan that was changed, is left out for good; undefined
 * then, and where its plan has ended or moved it to another day.
 */
export async function weighInstalment(
  trx: Database,
  which: Which,
  { now }: RunDay,
): Promise<Cents | undefined> {
  const kept = await lockFollowed(trx, which.authorisationId);
  const row = kept && (await waitingRow(trx, which));
  if (!row) return undefined;
  const owed = owedInstalments(kept.plan, kept.events, dateIn(kept.timeZone, now));
  const own = owed.find(each => each.number === row.instalment);
  const isOfPlan = row.planId === kept.planId;
  if (isOfPlan && own) return own.dueOn === row.dueOn ? own.amountCents : undefined;
  const why = isOfPlan ? 'it was paid otherwise' : 'the plan was changed';
  await leaveOut(trx, which, why, now);
  return undefined;
}

/**
 * Why a returned debit of an instalment is not tried again; undefined where it is, and of any other debit. Money pays the
 * oldest instalment first, so that what counts is whether so much of those that were due is open.
 */
export async function retryOfInstalmentRefused(
  trx: Database,
  returnedKey: string,
  { now }: RunDay,
): Promise<string | undefined> {
  const { rows } = await sql<{ authorisationId: string; planId: string; amountCents: Cents }>`
    SELECT ach_retry.authorisation_id AS "authorisationId", plan_id AS "planId", payment.amount_cents AS "amountCents"
    FROM ach_retry JOIN scheduled_payment USING (authorisation_id, occurrence) JOIN payment ON key = returned_key
    WHERE returned_key = ${returnedKey} AND plan_id IS NOT NULL`.execute(trx);
  const [back] = rows;
  if (!back) return undefined;
  const kept = await lockFollowed(trx, back.authorisationId);
  if (kept?.planId !== back.planId) return 'the plan was changed or has ended';
  const { pastDueCents } = planStanding(kept.plan, kept.events, dateIn(kept.timeZone, now));
  return pastDueCents < back.amountCents ? 'the instalment was paid otherwise' : undefined;
}
