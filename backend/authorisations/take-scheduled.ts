import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { debitDates } from '#shared/ach/debit-dates.ts';
import { NOTICE_DAYS } from '#shared/authorisations/varying-amounts.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { closePayment } from '../payments/close.ts';
import { OpenPayment } from '../payments/open-payment.ts';
import { resolveDue } from '../payments/resolver.ts';
import { chargeOpen, type PaymentParts } from '../payments/submit.ts';
import { weighInstalment } from './of-plan/weigh-instalment.ts';
import { planDue } from './plan-due.ts';
import type { RunDay } from './run-day.ts';
import { settleScheduled, type Which } from './settle.ts';

const Claim = z.discriminatedUnion('outcome', [
  OpenPayment.extend({ outcome: z.literal('claimed') }),
  z.object({ outcome: z.enum(['passed', 'held']) }),
]);

interface TakenOn {
  readonly done: number;
  readonly cents: Cents;
  /** By how much the ledger's lines differ from `cents`. */
  readonly differenceCents: Cents;
}

interface Scheduled extends Which {
  readonly payOn: CalendarDate;
  readonly isOfPlan: boolean;
}

/** What varies and was not announced in time waits until it was, for a later day. */
async function inState(
  db: Database,
  state: 'waiting' | 'sent',
  { region, today }: RunDay,
): Promise<Scheduled[]> {
  const { rows } = await sql<Scheduled>`
    SELECT authorisation_id AS "authorisationId", occurrence, pay_on AS "payOn", plan_id IS NOT NULL AS "isOfPlan"
    FROM scheduled_payment AS each JOIN authorisation USING (authorisation_id) JOIN guarantor USING (guarantor_id)
    WHERE region = ${region} AND each.state = ${state}
      AND (each.state = 'sent' OR (try_on <= ${today}::date AND authorisation.state = 'active'
        AND ((statement_number IS NULL AND NOT varies) OR is_announced(each, ${NOTICE_DAYS}))))
    ORDER BY try_on, authorisation_id, occurrence`.execute(db);
  return rows;
}

/** An instalment of a plan is weighed first, under the locks that the claim takes with it. */
async function claimOne(
  { db, leaseMs }: PaymentParts,
  which: Scheduled,
  day: RunDay,
): Promise<z.output<typeof Claim>> {
  const { region, today, now } = day;
  const debit = JSON.stringify(debitDates(regions[region].timeZone, now, which.payOn));
  return db.transaction().execute(async trx => {
    const atMost = which.isOfPlan ? await weighInstalment(trx, which, day) : null;
    if (atMost === undefined) return { outcome: 'passed' };
    const { rows } = await sql<{
      claim: unknown;
    }>`SELECT claim_run_payment(${which.authorisationId},
      ${which.occurrence}, ${uuidv7()}, ${today}, ${debit}, ${`${leaseMs} milliseconds`}, ${now}, ${atMost}) AS claim`.execute(
      trx,
    );
    return Claim.parse(rows[0]?.claim);
  });
}

/**
 * Takes one payment: its key is committed with it before the processor hears of it. A server that dies in
 * between leaves it to the resolver, which asks by that key, and never charges under another meanwhile.
 */
async function takeOne(parts: PaymentParts, which: Scheduled, day: RunDay): Promise<void> {
  const { db, clock } = parts;
  const claim = await claimOne(parts, which, day);
  if (claim.outcome === 'claimed') {
    const settled = await chargeOpen(parts.processor, claim);
    await closePayment(db, claim, { settled, by: 'run scheduled_payments' }, clock());
  }
}

/** Settles what was sent and whose outcome is known by now. */
async function settleSent(db: Database, day: RunDay): Promise<void> {
  for (const which of await inState(db, 'sent', day)) await settleScheduled(db, which, day);
}

/** What was taken for a region's day, whoever took it, held against the lines the approvals wrote. */
async function takenOn(db: Database, { region, today }: RunDay): Promise<TakenOn> {
  const { rows } = await sql<TakenOn>`
    SELECT count(*)::int AS done, coalesce(sum(amount_cents), 0)::bigint AS cents,
      coalesce(sum(abs(amount_cents - lines.cents)), 0)::bigint AS "differenceCents"
    FROM scheduled_attempt JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id)
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(debit_cents), 0) AS cents FROM ledger_entry JOIN ledger_line USING (entry_id)
        WHERE ledger_entry.payment_key = key AND event = method_kind || '_payment_approved') AS lines
    WHERE run_on = ${today}::date AND region = ${region} AND retry_of IS NULL
      AND payment.state NOT IN ('sent', 'unknown', 'declined', 'not_charged')`.execute(db);
  return rows[0] as TakenOn;
}

/**
 * Takes what payers authorised for a region's day, and what is left of earlier days: dates, series,
 * statements. It may be killed anywhere and started again, and several servers may do it at once: each
 * payment is made once. Gives how many payments were taken for the day, and their cents, whoever took them.
 */
export async function takeScheduled(
  parts: PaymentParts,
  day: RunDay,
  report: (progress: { done: number; total: number }) => void,
): Promise<TakenOn> {
  const { db } = parts;
  await resolveDue(parts);
  await settleSent(db, day);
  await planDue(db, day);
  const due = await inState(db, 'waiting', day);
  for (const [done, which] of due.entries()) {
    report({ done, total: due.length });
    await takeOne(parts, which, day);
    await settleScheduled(db, which, day);
  }
  report({ done: due.length, total: due.length });
  return takenOn(db, day);
}
