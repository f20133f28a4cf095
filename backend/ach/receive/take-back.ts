import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { type LedgerPart, linesOf } from '#shared/ledger/events.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { PaymentState } from '#shared/payments/states.ts';
import type { Database } from '../../database/connect.ts';

interface Standing {
  readonly state: PaymentState;
  readonly region: RegionCode;
  readonly guarantor_id: string;
  readonly refunded: boolean;
  readonly parts: LedgerPart[];
}

const eventOf: Partial<Record<PaymentState, 'ach_returned_unsettled' | 'ach_returned_settled'>> = {
  originated: 'ach_returned_unsettled',
  settled: 'ach_returned_settled',
};

/**
 * Takes a debit that came back from what it paid: the balance opens again, and what others paid too much
 * on the same bill goes there first. False where it stands in a state that nothing comes back from, or was
 * refunded in part or whole: then money went out twice, and somebody has to decide.
 */
export async function takeBack(
  trx: Database,
  key: string,
  why: string,
  now: number,
): Promise<boolean> {
  const { rows } = await sql<Standing>`
    SELECT payment.state, region, guarantor_id, payment_parts(key) AS parts, EXISTS (SELECT FROM payment_allocation
      WHERE payment_key = key AND refunded_cents > 0) AS refunded
    FROM payment JOIN guarantor USING (guarantor_id) WHERE key = ${key} FOR NO KEY UPDATE OF payment`.execute(
    trx,
  );
  const [payment] = rows;
  const event = payment && eventOf[payment.state];
  if (!event || payment.refunded) return false;
  const at = instantOf(now);
  const lines = JSON.stringify(linesOf(event, payment.parts));
  const today = dateIn(regions[payment.region].timeZone, at);
  await sql`UPDATE payment SET state = 'returned', state_at = ${at}, state_why = ${why} WHERE key = ${key}`.execute(
    trx,
  );
  await sql`
    SELECT FROM account WHERE guarantor_id = ${payment.guarantor_id} ORDER BY account_id FOR UPDATE`.execute(
    trx,
  );
  await sql`SELECT enter_payment(${key}, ${event}, ${uuidv7()}, ${lines}, -1, ${at}, NULL)`.execute(
    trx,
  );
  await sql`SELECT apply_credit(${key}, ${at}, ${today})`.execute(trx);
  return true;
}
