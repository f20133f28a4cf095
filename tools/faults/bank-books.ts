import type pg from 'pg';
import { sealWith } from '#backend/ach/seal.ts';
import { entry } from '#shared/ach/layout/entry-records.ts';
import { readRecord } from '#shared/ach/layout/read-record.ts';

/** An entry that the bank took in a file. */
export interface BankDebit {
  /** Of the payment that its text names; where there is none, the trace number. */
  readonly key: string;
  readonly amountCents: number;
}

interface TakenFile {
  readonly id: string;
  readonly hash: string;
  readonly sealed: Buffer;
}

interface TakenEntry {
  readonly id: string;
  readonly trace: string;
  readonly amountCents: number;
}

/** By file and trace number, the confirmation that an entry carries, read from the very text the bank took. */
async function confirmations(pool: pg.Pool, vaultKey: string): Promise<Map<string, string>> {
  const { rows } = await pool.query<TakenFile>(
    `SELECT file_id AS id, content_hash AS hash, sealed
     FROM sandbox_bank.file JOIN ach_file USING (file_id)`,
  );
  const ours = sealWith(vaultKey, 'ach files');
  const bank = sealWith(vaultKey, 'sandbox bank');
  const texts = rows
    .map(({ id, hash, sealed }) => ({ id, hash, text: ours.open(sealed) }))
    .filter(({ hash, text }) => bank.hash(text) === hash);
  return new Map(
    texts.flatMap(({ id, text }) =>
      text
        .split('\n')
        .filter(line => line.startsWith('6'))
        .map(line => readRecord(entry, line))
        .map(({ trace, identification }) => [`${id} ${trace}`, identification.trim()] as const),
    ),
  );
}

/** What the bank was told to debit, by its own books and not by ours. */
export async function readBankDebits(pool: pg.Pool, vaultKey: string): Promise<BankDebit[]> {
  const named = await confirmations(pool, vaultKey);
  const payments = await pool.query<{ key: string; confirmation: string }>(
    'SELECT key, confirmation FROM payment WHERE confirmation IS NOT NULL',
  );
  const keys = new Map(payments.rows.map(({ key, confirmation }) => [confirmation, key]));
  const { rows } = await pool.query<TakenEntry>(
    `SELECT file_id AS id, trace, amount_cents AS "amountCents" FROM sandbox_bank.entry`,
  );
  return rows.map(({ id, trace, amountCents }) => ({
    key: keys.get(named.get(`${id} ${trace}`) ?? '') ?? trace,
    amountCents,
  }));
}
