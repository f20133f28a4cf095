import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AuditDatabase, openAuditDatabase } from '#tests/support/audit-chain.ts';

let audit: AuditDatabase;
beforeAll(async () => {
  audit = await openAuditDatabase();
});
afterAll(() => audit.close());

/** Tables of which no row has a record of its own, and why. */
const without: Readonly<Record<string, readonly string[]>> = {
  'is the trail itself': ['audit_record', 'audit_link', 'audit_seal', 'audit_anchor', 'audit_head'],
  'is a list that a migration wrote': [
    'payment_move',
    'refund_move',
    'application_move',
    'plan_move',
  ],
  'says what is owed, by the books, which prove themselves': [
    'account',
    'charge',
    'statement',
    'ledger_entry',
    'ledger_line',
    'payment_allocation',
    'plan_charge',
    'plan_offer',
    'plan_change',
    'plan_notice',
    'payment_plan',
    'assistance_application',
    'assistance_award_line',
    'application_requirement',
  ],
  'is part of what has a record under another table': [
    'payment_search',
    'payment_search_kind',
    'handled_call',
    'payment_request',
    'card_token',
    'exception_case',
    'bank_account',
    'tel_authorisation',
    'authorisation',
    'hardship_case',
    'hardship_item',
    'programme_referral',
    'application_document_piece',
    'call_record',
    'referral',
    'expected_wire',
    'session',
    'workstation',
    'workstation_token',
    'authorised_representative',
  ],
  'is what a run does or a bank says; the run and the moves of the payments have theirs': [
    'run_payment',
    'run_item',
    'scheduled_payment',
    'scheduled_attempt',
    'payment_notice',
    'letter',
    'assistance_letter',
    'collections_begin',
    'collections_notice',
    'collections_notice_charge',
    'collections_step',
    'ach_bank',
    'ach_file',
    'ach_entry',
    'ach_received_file',
    'ach_retry',
    'ach_follow_up',
    'arrival',
    'blocked_bank_account',
  ],
  'is bookkeeping of the server, or how somebody likes their screen': [
    'saved_view',
    'open_call',
    'change',
    'change_feed',
    'change_mark',
    'sandbox_clock',
    'kysely_migration',
    'kysely_migration_lock',
  ],
};

it('every table leaves records, or it is said why not', async () => {
  const { rows } = await audit.pool.query(`
    SELECT relname AS name, EXISTS (SELECT FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
      WHERE tgrelid = pg_class.oid AND proname LIKE 'audit\\_%') AS audited
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`);
  const silent = rows.filter(({ audited }) => !audited).map(({ name }) => name);
  expect(silent).toEqual(Object.values(without).flat().sort());
});

it('a record goes with the transaction that it tells of', async () => {
  const count = async () =>
    (await audit.pool.query('SELECT count(*)::int AS count FROM audit_record')).rows[0].count;
  const before = await count();
  const client = await audit.pool.connect();
  await client.query(`BEGIN`);
  await client.query(`INSERT INTO run (kind, region, business_on, state, started_at, claimed_by, claimed_until)
    VALUES ('cards', 'NW', '2026-11-20', 'running', now(), gen_random_uuid(), now())`);
  const inside = await client.query('SELECT count(*)::int AS count FROM audit_record');
  expect(inside.rows[0].count).toBe(before + 1);
  await client.query('ROLLBACK');
  client.release();
  expect(await count()).toBe(before);
});
