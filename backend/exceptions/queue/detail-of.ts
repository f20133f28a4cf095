import { sql } from 'kysely';
import { CallRecord } from '#shared/billing/call-record.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { OpenedException } from '#shared/contract/exception-queue.ts';
import { CONFIRMED } from '#shared/exceptions/urgency.ts';
import { Mrn } from '#shared/identifiers/mrn.ts';
import { achExceptions } from '../../ach/exceptions/read-exceptions.ts';
import { unpostedPayments } from '../../after-payment/unposted.ts';
import { unmatchedArrivals } from '../../arrivals/unmatched.ts';
import { scheduledExceptions } from '../../authorisations/exceptions.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { findPatients } from '../../patients/find.ts';
import { pageQuery } from '../../search/page-query.ts';
import { unknownOutcomes } from '../unknown-outcomes.ts';
import type { CaseRow } from './case-rows.ts';

type Detail = OpenedException['detail'];

/** The payments it is about, as the search shows them. */
async function paymentsOf(db: Database, { caseId }: CaseRow): Promise<unknown[]> {
  const { rows } = await pageQuery({
    conditions: [
      sql`key IN (SELECT unnest(ARRAY[payment_key, other_payment_key]) FROM exception_case WHERE case_id = ${caseId})`,
    ],
    sort: { by: 'time', direction: 'descending' },
    side: 'after',
    place: null,
  }).execute(db);
  return rows;
}

async function userOf(db: Database, userId: string): Promise<Detail['user']> {
  const { rows } = await sql<NonNullable<Detail['user']>>`
    SELECT user_id AS "userId", name, locked_until AS "lockedUntil" FROM user_account WHERE user_id = ${userId}`.execute(
    db,
  );
  return rows[0] ?? null;
}

async function recordingOf(db: Database, callId: string): Promise<Detail['recording']> {
  const { rows } = await sql<{
    record: unknown;
    reference: string;
    endedAt: Instant;
    byName: string;
  }>`
    SELECT record, reference, ended_at AS "endedAt", coalesce(name, user_id) AS "byName"
    FROM call_record LEFT JOIN user_account USING (user_id) WHERE call_id = ${callId}`.execute(db);
  const [found] = rows;
  if (!found) return null;
  const { record, ...facts } = found;
  return { ...facts, pauses: CallRecord.parse(record).recordingPauses ?? [] };
}

/** That the caller wanted to pay again, as it was noted with the later of the two. */
async function confirmedOf(db: Database, { caseId }: CaseRow): Promise<Detail['confirmed']> {
  const { rows } = await sql<NonNullable<Detail['confirmed']>>`
    SELECT confirmed_at AS at, name AS "byName", call_id AS "callId"
    FROM exception_case JOIN payment ON key IN (exception_case.payment_key, other_payment_key)
      JOIN payment_again ON payment_again.payment_key = key JOIN user_account ON user_id = confirmed_by
    WHERE case_id = ${caseId} ORDER BY payment.taken_at DESC LIMIT 1`.execute(db);
  return rows[0] ?? null;
}

async function findingOf(db: Database, exceptionId: string): Promise<Detail['finding']> {
  const { rows } = await sql<NonNullable<Detail['finding']>>`
    SELECT kind, about, workstation_id AS "workstationId" FROM audit_exception
    WHERE exception_id = ${exceptionId}`.execute(db);
  return rows[0] ?? null;
}

const only = <Item>(items: readonly Item[]): Item | null => items[0] ?? null;

/** What is known of the thing itself, read as its own list reads it; null where that is over. */
export async function detailOf(
  db: Database,
  found: CaseRow,
  person: Person,
  now: number,
): Promise<Record<keyof Detail, unknown>> {
  const { kind, subject } = found;
  const { regions } = person.user;
  const nothing = {
    outcome: null,
    unposted: null,
    fromBank: null,
    notTaken: null,
    arrival: null,
    record: null,
    user: null,
    recording: null,
    finding: null,
    confirmed: null,
    payments: await paymentsOf(db, found),
  };
  switch (kind) {
    case 'unknown':
      return {
        ...nothing,
        outcome: only(await unknownOutcomes(db, regions, now, subject)),
      };
    case 'unposted':
      return {
        ...nothing,
        unposted: only(await unpostedPayments(db, regions, now, { only: subject })),
      };
    case 'returned':
    case 'notice':
    case 'not_sent':
    case 'bank_file':
    case 'return_rate':
      return { ...nothing, fromBank: only(await achExceptions(db, regions, subject)) };
    case 'not_taken':
      return {
        ...nothing,
        notTaken: only(await scheduledExceptions(db, person, subject)),
      };
    case 'unmatched':
      return { ...nothing, arrival: only(await unmatchedArrivals(db, regions, subject)) };
    case 'record_locked': {
      const find = { by: 'mrn', mrn: Mrn.parse(subject) } as const;
      return { ...nothing, record: only(await findPatients(db, find, regions, now)) };
    }
    case 'sign_in_locked':
      return { ...nothing, user: await userOf(db, subject) };
    case 'recording':
      return { ...nothing, recording: await recordingOf(db, subject) };
    case 'chain_broken':
      return { ...nothing, finding: await findingOf(db, subject) };
    case 'duplicate':
      return found.about === CONFIRMED
        ? { ...nothing, confirmed: await confirmedOf(db, found) }
        : nothing;
  }
}
