import { sql } from 'kysely';
import { z } from 'zod';
import { LedgerKind } from '#shared/billing/account.ts';
import { Cents, sumCents } from '#shared/money/cents.ts';
import type { RefundablePart } from '#shared/payments/split-refund.ts';
import type { Database } from '../database/connect.ts';

const Part = z.object({
  chargeId: z.uuid(),
  accountId: z.uuid(),
  ledger: LedgerKind,
  creditCents: Cents,
  appliedCents: Cents,
});

/** What of each part of a payment can still be given back, the oldest charge first. */
export async function refundableParts(db: Database, paymentKey: string): Promise<RefundablePart[]> {
  const { rows } = await sql`
    SELECT charge_id AS "chargeId", account_id AS "accountId", ledger, unapplied_cents AS "creditCents",
      part.amount_cents - unapplied_cents - refunded_cents AS "appliedCents"
    FROM payment_allocation AS part JOIN charge USING (charge_id) JOIN account USING (account_id)
    WHERE payment_key = ${paymentKey}
    ORDER BY coalesce(due_on, DATE '9999-12-31'), serviced_on, charge_id`.execute(db);
  return rows.map(row => Part.parse(row));
}

/** What may still be given back in all. */
export function refundableCents(parts: readonly RefundablePart[]): Cents {
  return sumCents(parts.flatMap(part => [part.creditCents, part.appliedCents]));
}
