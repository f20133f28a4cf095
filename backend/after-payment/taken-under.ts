import { sql } from 'kysely';
import type { TakenUnder } from '#shared/billing/payment-history.ts';
import type { Database } from '../database/connect.ts';

/** Which run took a payment, and under which authorisation; null for one that a person took. */
export async function takenUnder(db: Database, key: string): Promise<TakenUnder | null> {
  const { rows } = await sql<TakenUnder>`
    SELECT run_on AS "runOn", guarantor.full_name AS "payerName", name AS "madeWithName", made_on AS "madeOn"
    FROM scheduled_attempt JOIN authorisation USING (authorisation_id)
      JOIN guarantor USING (guarantor_id) JOIN user_account USING (user_id)
    WHERE payment_key = ${key}`.execute(db);
  return rows[0] ?? null;
}
