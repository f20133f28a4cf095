import { Balance } from '#shared/billing/balance.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { inTransaction, readQuery, writeQuery } from '../query.ts';

/** The law's minimum necessary: what was opened lately, and not much of it. */
const KEPT_FOR_MS = 12 * 60 * 60 * 1000;
const MOST_KEPT = 200;

const put = writeQuery(`
  INSERT INTO kept_balance (guarantor_id, scope, body, as_of, opened_at)
  VALUES (:guarantorId, :scope, :body, :asOf, :openedAt)
  ON CONFLICT (guarantor_id, scope) DO UPDATE
  SET body = excluded.body, as_of = excluded.as_of, opened_at = excluded.opened_at`);

const dropOld = writeQuery<{ before: number }>(
  'DELETE FROM kept_balance WHERE opened_at <= :before',
);

const dropBeyond = writeQuery<{ most: number }>(`
  DELETE FROM kept_balance WHERE (guarantor_id, scope) NOT IN (
    SELECT guarantor_id, scope FROM kept_balance ORDER BY opened_at DESC LIMIT :most)`);

const find = readQuery<{ body: string }, { guarantorId: string; scope: string; after: number }>(`
  SELECT body FROM kept_balance
  WHERE guarantor_id = :guarantorId AND scope = :scope AND opened_at > :after`);

/** Keeps what the backend said, and lets go of what is too old or too much. `now` in ms since 1970. */
export function keepBalance(db: WriteDb, scope: string, balance: Balance, now: number): void {
  inTransaction(db, () => {
    put.run(db, {
      guarantorId: balance.guarantor.guarantorId,
      scope,
      body: JSON.stringify(balance),
      asOf: Date.parse(balance.asOf),
      openedAt: now,
    });
    dropOld.run(db, { before: now - KEPT_FOR_MS });
    dropBeyond.run(db, { most: MOST_KEPT });
  });
}

/** The balance kept under this scope, unless it is too old or of a shape that is no longer understood. */
export function keptBalance(
  db: ReadDb,
  guarantorId: string,
  scope: string,
  now: number,
): Balance | undefined {
  const row = find.get(db, { guarantorId, scope, after: now - KEPT_FOR_MS });
  return row && Balance.safeParse(JSON.parse(row.body)).data;
}
