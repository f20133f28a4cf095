import { type RawBuilder, sql } from 'kysely';
import { Authorisation, type NextPayment } from '#shared/authorisations/authorisation.ts';
import { expiresBefore } from '#shared/authorisations/card-expiry.ts';
import { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { nextPayment, type ScheduledRow, type StatementRow } from './next-payment.ts';
import { nextInstalment } from './of-plan/next-instalment.ts';

interface AuthorisationRow {
  readonly authorisationId: string;
  readonly version: number;
  readonly state: string;
  readonly madeOn: CalendarDate;
  readonly terms: unknown;
  readonly goodThrough: string | null;
  readonly scheduled: ScheduledRow[];
  readonly statements: StatementRow[];
}

async function readRows(db: Database, which: RawBuilder<unknown>): Promise<AuthorisationRow[]> {
  const { rows } = await sql<AuthorisationRow>`
    SELECT authorisation_id AS "authorisationId", each.guarantor_id AS "guarantorId", state, state_why AS "stateWhy",
      method_id AS "methodId", stored_method_shown(method) AS method, good_through AS "goodThrough", terms,
      agreement, version, made_on AS "madeOn",
      (SELECT jsonb_build_object('signedOn', signed_on, 'receivedOn', received_on) FROM authorisation_signature AS signature
        WHERE signature.authorisation_id = each.authorisation_id AND signature.version = each.version) AS signed,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'kind', kind, 'byName', name, 'occurrence', occurrence, 'why', why) ORDER BY at, kind), '[]')
        FROM authorisation_event AS event LEFT JOIN user_account ON user_account.user_id = event.user_id
        WHERE event.authorisation_id = each.authorisation_id) AS history,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', letter.kind, 'by', sent_by_way, 'sentOn', sent_on,
          'amountCents', amount_cents, 'payOn', pay_on) ORDER BY asked_at DESC, pay_on DESC), '[]')
        FROM letter LEFT JOIN payment_notice USING (notice_id)
        WHERE letter.authorisation_id = each.authorisation_id AND withdrawn_at IS NULL) AS letters,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('occurrence', occurrence, 'state', scheduled.state,
          'payOn', greatest(pay_on, try_on), 'amountCents', amount_cents) ORDER BY pay_on), '[]')
        FROM scheduled_payment AS scheduled WHERE scheduled.authorisation_id = each.authorisation_id) AS scheduled,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('statementNumber', statement_number, 'dueOn', due_on,
          'openCents', takeable_cents(each.guarantor_id, terms->>'ledger', statement_number)) ORDER BY due_on, statement_number), '[]')
        FROM statement WHERE each.kind = 'autopay' AND each.state = 'active'
          AND statement.guarantor_id = each.guarantor_id AND due_on > made_on) AS statements
    FROM authorisation AS each JOIN stored_method AS method USING (method_id)
    WHERE ${which} ORDER BY made_at DESC, authorisation_id DESC`.execute(db);
  return rows;
}

async function nextOf(
  db: Database,
  row: AuthorisationRow,
  terms: AuthorisationTerms,
  today: CalendarDate,
): Promise<NextPayment | null> {
  if (row.state !== 'active') return null;
  return terms.kind === 'plan'
    ? nextInstalment(db, { ...row, terms }, today)
    : nextPayment({ ...row, terms }, today);
}

async function authorisationOf(
  db: Database,
  row: AuthorisationRow,
  today: CalendarDate,
): Promise<Authorisation> {
  const terms = AuthorisationTerms.parse(row.terms);
  const next = await nextOf(db, row, terms, today);
  const { goodThrough } = row;
  const expiresFirst = next && goodThrough ? expiresBefore(goodThrough, next.payOn) : false;
  return Authorisation.parse({ ...row, terms, next, expiresFirst });
}

/** One that is known to exist, as of `today` in the guarantor's zone. */
export async function findAuthorisation(
  db: Database,
  authorisationId: string,
  today: CalendarDate,
): Promise<Authorisation> {
  const [row] = await readRows(db, sql`authorisation_id = ${authorisationId}`);
  if (!row) throw new Error(`no authorisation ${authorisationId}`);
  return authorisationOf(db, row, today);
}

/** Every authorisation a guarantor gave, the newest first. */
export async function authorisationsOf(
  db: Database,
  guarantorId: string,
  today: CalendarDate,
): Promise<Authorisation[]> {
  const rows = await readRows(db, sql`each.guarantor_id = ${guarantorId}`);
  const all: Authorisation[] = [];
  for (const row of rows) all.push(await authorisationOf(db, row, today));
  return all;
}
