import type pg from 'pg';
import { sealWith } from '#backend/ach/seal.ts';
import { entry } from '#shared/ach/layout/entry-records.ts';
import { readRecord } from '#shared/ach/layout/read-record.ts';

/** Where the books are kept, and the key to those that are sealed. */
export interface Shelf {
  readonly pool: pg.Pool;
  readonly vaultKey: string;
}

/** An entry that the bank took in a file. */
export interface BankDebit {
  /** Of the payment that its text names; where there is none, the trace number. */
  readonly key: string;
  readonly amountCents: number;
}

interface TakenEntry {
  readonly hash: string;
  readonly trace: string;
  readonly amountCents: number;
}

/** By its trace number, the confirmation that each entry of a file carries. */
function confirmationsIn(text: string): Map<string, string> {
  const entries = text.split('\n').filter(line => line.startsWith('6'));
  return new Map(
    entries
      .map(line => readRecord(entry, line))
      .map(({ trace, identification }) => [trace, identification.trim()]),
  );
}

/** What is in each file of ours, by the hash under which the bank would know the very same text. */
async function filesOf({ pool, vaultKey }: Shelf): Promise<Map<string, Map<string, string>>> {
  const { rows } = await pool.query<{ sealed: Buffer }>('SELECT sealed FROM ach_file');
  const [ours, bank] = [sealWith(vaultKey, 'ach files'), sealWith(vaultKey, 'sandbox bank')];
  const texts = rows.map(({ sealed }) => ours.open(sealed));
  return new Map(texts.map(text => [bank.hash(text), confirmationsIn(text)]));
}

/** What the bank was told to debit: its own entries, each with the payment that its text names. */
export async function readBankDebits(shelf: Shelf): Promise<BankDebit[]> {
  const { pool } = shelf;
  const files = await filesOf(shelf);
  const payments = await pool.query<{ key: string; confirmation: string }>(
    'SELECT key, confirmation FROM payment WHERE confirmation IS NOT NULL',
  );
  const keys = new Map(payments.rows.map(({ key, confirmation }) => [confirmation, key]));
  const { rows } = await pool.query<TakenEntry>(
    `SELECT content_hash AS hash, trace, amount_cents AS "amountCents"
     FROM sandbox_bank.entry JOIN sandbox_bank.file USING (file_id)`,
  );
  return rows.map(({ hash, trace, amountCents }) => ({
    key: keys.get(files.get(hash)?.get(trace) ?? '') ?? trace,
    amountCents,
  }));
}
