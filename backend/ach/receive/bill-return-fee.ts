import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { LedgerKind } from '#shared/billing/account.ts';
import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { cents } from '#shared/money/cents.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { returnsPolicy } from '#shared/returns/policy.ts';
import type { Database } from '../../database/connect.ts';

interface Billed {
  readonly accountId: string;
  readonly guarantorId: string;
  readonly ledger: LedgerKind;
  readonly region: RegionCode;
}

/** The account that most of the debit was for. */
async function accountOf(trx: Database, key: string): Promise<Billed | undefined> {
  const { rows } = await sql<Billed>`
    SELECT account_id AS "accountId", guarantor.guarantor_id AS "guarantorId", ledger, region
    FROM payment_allocation JOIN charge USING (charge_id) JOIN account USING (account_id)
      JOIN guarantor ON guarantor.guarantor_id = account.guarantor_id
    WHERE payment_key = ${key} ORDER BY payment_allocation.amount_cents DESC, charge_id LIMIT 1`.execute(
    trx,
  );
  return rows[0];
}

async function insertCharge(
  trx: Database,
  { accountId, guarantorId }: Billed,
  amountCents: number,
  on: CalendarDate,
): Promise<string> {
  const chargeId = uuidv7();
  await sql`
    INSERT INTO charge (charge_id, account_id, guarantor_id, kind, description, serviced_on, billed_cents, insurance)
    VALUES (${chargeId}, ${accountId}, ${guarantorId}, 'late_fee', 'Fee for a returned debit', ${on}, ${amountCents},
      'none')`.execute(trx);
  await sql`UPDATE account SET balance_cents = balance_cents + ${amountCents} WHERE account_id = ${accountId}`.execute(
    trx,
  );
  return chargeId;
}

/**
 * Bills what the policy asks for a debit that came back with `code`; nothing where it asks for nothing, as
 * it does unless somebody changes it. In the transaction that applies the return, so once.
 */
export async function billReturnFee(
  trx: Database,
  key: string,
  code: string,
  fee: Pick<(typeof returnsPolicy)['fee'], 'cents' | 'codes'>,
  now: number,
): Promise<void> {
  if (fee.cents === 0 || !fee.codes.includes(code)) return;
  const billed = await accountOf(trx, key);
  if (!billed) return;
  const at = instantOf(now);
  const { accountId, guarantorId, ledger, region } = billed;
  const chargeId = await insertCharge(trx, billed, fee.cents, dateIn(regions[region].timeZone, at));
  const entryId = uuidv7();
  const part = { accountId, chargeId, ledger, amountCents: cents(fee.cents) };
  const lines = JSON.stringify(linesOf('late_fee_billed', [part]));
  await sql`SELECT enter_lines(${entryId}, ${guarantorId}, 'late_fee_billed', ${lines}, ${at})`.execute(
    trx,
  );
}
