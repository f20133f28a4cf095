import { sql } from 'kysely';
import type { PaidBy } from '#shared/authorisations/agreement.ts';
import { scheduledDays, takenOn } from '#shared/authorisations/schedule.ts';
import { AuthorisationTerms, type PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import { amountToTake, autopayDay, noticeFrom } from '#shared/authorisations/varying-amounts.ts';
import { type CalendarDate, dateIn, type Instant } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { occurrencesOf } from './occurrences.ts';
import { planInstalments } from './of-plan/plan-instalments.ts';
import type { RunDay } from './run-day.ts';

interface Active {
  readonly authorisationId: string;
  readonly guarantorId: string;
  readonly version: number;
  readonly terms: Exclude<AuthorisationTerms, PlanAutopayTerms>;
  readonly paidBy: PaidBy;
}

interface Planned {
  readonly occurrence: string;
  readonly statementNumber: string | null;
  readonly agreedOn: CalendarDate;
  readonly payOn: CalendarDate;
  readonly amountCents: Cents;
}

/**
 * Writes a payment as waiting, once, unless its authorisation ended or changed meanwhile; a varying one
 * with its notice, which the payer has in hand ten days before (12 CFR 1005.10(d)(1)).
 */
async function plan(db: Database, of: Active, each: Planned, now: Instant): Promise<void> {
  await sql`
    WITH planned AS (
      INSERT INTO scheduled_payment (authorisation_id, occurrence, ledger, statement_number, agreed_on, pay_on, try_on,
        amount_cents, state, state_at)
      SELECT authorisation_id, ${each.occurrence}, terms->>'ledger', ${each.statementNumber}, ${each.agreedOn}::date,
        ${each.payOn}::date, ${takenOn(each.payOn, of.paidBy)}::date, ${each.amountCents}::bigint, 'waiting', ${now}::timestamptz
      FROM authorisation WHERE authorisation_id = ${of.authorisationId} AND state = 'active'
        AND version = ${of.version} FOR SHARE
      ON CONFLICT DO NOTHING RETURNING *
    )
    INSERT INTO payment_notice (authorisation_id, occurrence, guarantor_id, language, amount_cents, pay_on, written_at)
    SELECT authorisation_id, occurrence, guarantor_id, language, amount_cents, pay_on, ${now}::timestamptz
    FROM planned JOIN authorisation USING (authorisation_id) JOIN guarantor USING (guarantor_id) WHERE statement_number IS NOT NULL`.execute(
    db,
  );
}

interface Statement {
  readonly statementNumber: string;
  readonly dueOn: CalendarDate;
  readonly openCents: Cents;
}

/** Statements that autopay is to take and nothing was decided about, with something open on them. */
async function newStatements(db: Database, { authorisationId }: Active): Promise<Statement[]> {
  const { rows } = await sql<Statement>`
    SELECT statement_number AS "statementNumber", due_on AS "dueOn", open_cents AS "openCents"
    FROM authorisation JOIN statement USING (guarantor_id)
      CROSS JOIN LATERAL takeable_cents(guarantor_id, terms->>'ledger', statement_number) AS open_cents
    WHERE authorisation_id = ${authorisationId} AND due_on > made_on AND open_cents > 0 AND NOT EXISTS (
      SELECT FROM scheduled_payment AS other WHERE other.statement_number = statement.statement_number AND other.ledger = terms->>'ledger'
        AND (other.authorisation_id = authorisation.authorisation_id OR other.state IN ('waiting', 'sent', 'paid')))
    ORDER BY due_on, statement_number`.execute(db);
  return rows;
}

async function dueOf(db: Database, of: Active, { region, today, now }: RunDay): Promise<Planned[]> {
  const { terms, version, paidBy } = of;
  if (terms.kind === 'autopay') {
    const statements = await newStatements(db, of);
    // A run that is made up for writes its notices on a later day than its own.
    const writtenOn = dateIn(regions[region].timeZone, now);
    const noticeOn = writtenOn > today ? writtenOn : today;
    return statements
      .filter(({ dueOn }) => noticeFrom(dueOn) <= noticeOn)
      .map(({ statementNumber, dueOn, openCents }) => ({
        occurrence: statementNumber,
        statementNumber,
        agreedOn: dueOn,
        payOn: autopayDay(dueOn, noticeOn),
        amountCents: amountToTake(openCents, terms.capCents),
      }));
  }
  return occurrencesOf(version, scheduledDays(terms))
    .filter(({ payOn }) => takenOn(payOn, paidBy) <= today)
    .map(({ occurrence, agreedOn, payOn }) => {
      const { amountCents } = terms;
      return { occurrence, statementNumber: null, agreedOn, payOn, amountCents };
    });
}

/** Writes down what has come due by the day, and the notices that have to go out. Again changes nothing. */
export async function planDue(db: Database, day: RunDay): Promise<void> {
  const { rows } = await sql<Active>`
    SELECT authorisation_id AS "authorisationId", authorisation.guarantor_id AS "guarantorId", version, terms,
      stored_method.kind AS "paidBy"
    FROM authorisation JOIN guarantor USING (guarantor_id) JOIN stored_method USING (method_id)
    WHERE region = ${day.region} AND authorisation.state = 'active' ORDER BY authorisation_id`.execute(
    db,
  );
  for (const row of rows) {
    const terms = AuthorisationTerms.parse(row.terms);
    if (terms.kind === 'plan') {
      await planInstalments(db, row.authorisationId, day);
      continue;
    }
    const of = { ...row, terms };
    for (const each of await dueOf(db, of, day)) await plan(db, of, each, day.now);
  }
}
