import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addDays } from '#shared/calendar/dates.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { cents } from '#shared/money/cents.ts';
import { organization } from '#shared/organization/profile.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { RunDay } from '../runs/run-step.ts';
import type { CountedCharge } from './charges.ts';

/** Bills the organization's late fee for a statement on one account, once, as a charge on that account's ledger. */
export async function billLateFee(
  trx: Database,
  { chargeId, accountId, statementNumber, facts }: CountedCharge,
  { region, today, now }: RunDay,
): Promise<void> {
  const feeId = randomUUID();
  const amountCents = cents(organization.pastDue.lateFeeCentsAtLeast);
  const part = { accountId, chargeId: feeId, ledger: facts.ledger, amountCents };
  const lines = JSON.stringify(linesOf('late_fee_billed', [part]));
  await sql`SELECT bill_late_fee(${chargeId}, ${feeId}, ${randomUUID()}, ${amountCents}, ${lines}, ${today},
    ${addDays(today, organization.statements.dueAfterDays)}, ${regions[region].timeZone}, ${`Late fee, statement ${statementNumber}`}, ${now})`.execute(
    trx,
  );
}
