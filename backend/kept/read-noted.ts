import { type Selectable, sql } from 'kysely';
import type { Noted } from '#shared/billing/noted.ts';
import type { Database } from '../database/connect.ts';
import type {
  AccountNoteTable,
  ExpectedWireTable,
  PromiseToPayTable,
  ReferralTable,
} from '../database/tables/kept.ts';
import { noteOf } from './notes.ts';
import { promiseOf } from './promises.ts';
import { referralOf } from './referrals.ts';
import { wireOf } from './wires.ts';

const NOTES_SHOWN = 10;
const OTHERS_SHOWN = 5;
/** A promise or a wire whose day is longer past says nothing to this call any more. */
const PAST_DAYS_SHOWN = 60;

type By<Table> = Selectable<Table> & { by: string };

interface NotedRow {
  promise: By<PromiseToPayTable> | null;
  notes: By<AccountNoteTable>[];
  wires: By<ExpectedWireTable>[];
  referrals: By<ReferralTable>[];
}

/** What earlier calls left with a guarantor, in one question. `today` is the date in their zone. */
export async function readNoted(db: Database, guarantorId: string, today: string): Promise<Noted> {
  const recent = sql`${today}::date - ${PAST_DAYS_SHOWN}::int`;
  const all = sql`'[]'::jsonb`;
  const { rows } = await sql<NotedRow>`SELECT
    (SELECT to_jsonb(each) FROM (
      SELECT promise_to_pay.*, name AS by FROM promise_to_pay JOIN user_account USING (user_id)
      WHERE guarantor_id = ${guarantorId} AND replaced_by IS NULL AND promised_on > ${recent}) AS each) AS promise,
    (SELECT coalesce(jsonb_agg(each), ${all}) FROM (
      SELECT account_note.*, name AS by FROM account_note JOIN user_account USING (user_id)
      WHERE guarantor_id = ${guarantorId} ORDER BY written_at DESC, note_id DESC LIMIT ${NOTES_SHOWN}) AS each) AS notes,
    (SELECT coalesce(jsonb_agg(each), ${all}) FROM (
      SELECT expected_wire.*, name AS by FROM expected_wire JOIN user_account USING (user_id)
      WHERE guarantor_id = ${guarantorId} AND state = 'expected' AND expected_on > ${recent}
      ORDER BY expected_on, wire_id LIMIT ${OTHERS_SHOWN}) AS each) AS wires,
    (SELECT coalesce(jsonb_agg(each), ${all}) FROM (
      SELECT referral.*, name AS by FROM referral JOIN user_account USING (user_id)
      WHERE guarantor_id = ${guarantorId} AND closed_at IS NULL
      ORDER BY referred_at DESC, referral_id DESC LIMIT ${OTHERS_SHOWN}) AS each) AS referrals`.execute(
    db,
  );
  const { promise, notes, wires, referrals } = rows[0] as NotedRow;
  return {
    promise: promise && {
      ...promiseOf(promise),
      by: promise.by,
      keptOn: promise.kept_on,
      brokenOn: promise.broken_on,
    },
    notes: notes.map(row => ({ ...noteOf(row), by: row.by })),
    wires: wires.map(row => ({ ...wireOf(row), by: row.by })),
    referrals: referrals.map(row => ({ ...referralOf(row), by: row.by })),
  };
}
