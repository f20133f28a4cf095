import type pg from 'pg';

/** Refuse to be emptied while the backend works; only the owner of the tables can lift that. */
const guarded = [
  'payment_override',
  'payment_state_change',
  'ledger_entry',
  'ledger_line',
  'tel_authorisation',
  'ach_received_file',
  'arrival_assignment',
  'refund_state_change',
  'authorisation_event',
  'scheduled_attempt',
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
  'sandbox_clock',
  'sandbox_processor.attempt',
  'sandbox_processor.card_token',
  'ach_bank',
  'ach_received_file',
  'sandbox_bank.file',
  'sandbox_bank.answer',
];

/**
 * Removes all patients and everything about them, with the sandbox processor's record of their cards.
 * Who works here stays, and so does the record of who looked at whom.
 */
export async function emptyDatabase(client: pg.ClientBase): Promise<void> {
  for (const table of guarded) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE guarantor, ${loose.join(', ')} CASCADE`);
  for (const table of guarded) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}
