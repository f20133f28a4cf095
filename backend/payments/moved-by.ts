import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/**
 * What a move of a payment or a refund came from, where its rows do not say: whoever took the payment and waited for the
 * answer, the processor when it was asked or by its notice, a run, or a person.
 */
export type MovedBy =
  | 'taker'
  | 'card processor'
  | 'processor notice'
  | `run ${string}`
  | `user ${string}`;

/** Says so of the moves of one statement, which it stands in the FROM of: its rows move when this has been read. */
export const movedBy = (by: MovedBy) => sql`set_config('remit.moved_by', ${by}, true)`;

/** Says so of the moves that follow in the transaction; the database keeps it with each and in the audit trail. */
export async function sayMovedBy(trx: Database, by: MovedBy): Promise<void> {
  await sql`SELECT ${movedBy(by)}`.execute(trx);
}
