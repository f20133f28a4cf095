import type pg from 'pg';

/** Stay when everything else goes: who looked at whom, who signed in, and the audit trail. */
const kept = [
  'access_event',
  'sign_in_event',
  'audit_record',
  'audit_link',
  'audit_key',
  'audit_seal',
  'audit_anchor',
  'audit_exception',
  'desk_audit_record',
];

/** Refer to patients or payments by number alone, so that nothing cascades to them. */
const loose = [
  'payment_request',
  'card_token',
  'bank_account',
  'blocked_bank_account',
  'call_record',
  'run',
  'run_item',
  'collections_begin',
  'sandbox_clock',
  'sandbox_processor.attempt',
  'sandbox_processor.card_token',
  'ach_bank',
  'ach_received_file',
  'sandbox_bank.file',
  'sandbox_bank.answer',
];

/** Tables that refuse to be emptied while the backend works; only their owner can lift that. */
async function guardedTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger
     WHERE tgfoid = 'refuse_change'::regproc AND NOT tgrelid::regclass::text = ANY ($1)`,
    [kept],
  );
  return rows.map(({ name }) => name);
}

/**
 * Removes all patients and everything about them, with the sandbox processor's record of their cards.
 * Who works here stays, and so does the record of who looked at whom.
 */
export async function emptyDatabase(client: pg.ClientBase): Promise<void> {
  const guarded = await guardedTables(client);
  for (const table of guarded) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE guarantor, ${loose.join(', ')} CASCADE`);
  for (const table of guarded) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}
