import { sql } from 'kysely';
import type { LedgerKind } from '#shared/billing/account.ts';
import type { WhyUnmatched } from '#shared/billing/arrival.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import {
  holdsMistypedReference,
  payerNumbersIn,
  referencesIn,
} from '#shared/wires/find-references.ts';
import type { Database } from '../database/connect.ts';
import type { Arrival } from './arrival.ts';
import type { Payee } from './pay-in.ts';

type Unmatched = { readonly why: WhyUnmatched; readonly guarantorId?: string };
type Found = Payee | Unmatched;

interface ExpectedRow {
  readonly wireId: string;
  readonly guarantorId: string;
  readonly region: RegionCode;
  readonly ledger: LedgerKind;
  readonly reference: string;
  readonly amountCents: Cents;
  readonly notedAt: string;
  readonly state: 'expected' | 'received' | 'expired';
}

const expectedRows = sql`
  SELECT wire_id AS "wireId", guarantor_id AS "guarantorId", region, ledger, reference, expected_wire.state,
    amount_cents AS "amountCents", noted_at AS "notedAt"
  FROM expected_wire JOIN guarantor USING (guarantor_id)`;

const payeeOf = (expected: ExpectedRow, matchedBy: Payee['matchedBy']): Payee => ({
  guarantorId: expected.guarantorId,
  region: expected.region,
  ledger: expected.ledger,
  matchedBy,
  expected,
});

/** The money of one guarantor is matched by one at a time, so that two never take the same expectation. */
async function lockGuarantors(trx: Database, ids: readonly string[]): Promise<void> {
  await sql`SELECT FROM guarantor WHERE guarantor_id = ANY (${ids}) ORDER BY guarantor_id FOR NO KEY UPDATE`.execute(
    trx,
  );
}

async function byReference(trx: Database, references: string[]): Promise<Found | undefined> {
  const read = async () =>
    (await sql<ExpectedRow>`${expectedRows} WHERE reference = ANY (${references})`.execute(trx))
      .rows;
  const found = await read();
  if (found.length === 0) return undefined;
  await lockGuarantors(trx, [...new Set(found.map(each => each.guarantorId))]);
  const [first, ...others] = await read();
  if (!first) return undefined;
  if (others.length > 0) return { why: 'several_named' };
  const { guarantorId } = first;
  // Expired says that it was given up waiting for, not that the money is somebody else's.
  return first.state === 'received'
    ? { why: 'reference_used', guarantorId }
    : payeeOf(first, 'reference');
}

async function byAmount(
  trx: Database,
  arrival: Arrival,
  named: { guarantorId: string; region: RegionCode },
): Promise<Found> {
  const { guarantorId } = named;
  await lockGuarantors(trx, [guarantorId]);
  const { rows: expected } = await sql<ExpectedRow>`${expectedRows}
    WHERE guarantor_id = ${guarantorId} AND expected_wire.state = 'expected' AND amount_cents = ${arrival.amountCents}
    ORDER BY method_kind <> ${arrival.channel}, expected_on, wire_id`.execute(trx);
  const [first] = expected;
  if (first && expected.every(each => each.ledger === first.ledger)) {
    return payeeOf(first, 'number_and_amount');
  }
  const { rows: open } = await sql<{ ledger: LedgerKind }>`
    SELECT ledger FROM account WHERE guarantor_id = ${guarantorId}
    GROUP BY ledger HAVING sum(balance_cents) = ${arrival.amountCents}`.execute(trx);
  const [ledger, ...more] = open.map(each => each.ledger);
  if (ledger && more.length === 0 && !first)
    return { ...named, ledger, matchedBy: 'number_and_open' };
  return { why: 'amount_differs', guarantorId };
}

/**
 * Whose an arrival is: by a reference that was given to somebody, else by the one guarantor its text names
 * and an amount that is expected from them or is all they owe on one ledger, else why nobody can tell.
 */
export async function findPayee(trx: Database, arrival: Arrival): Promise<Found> {
  const references = referencesIn(arrival.remittance);
  const known = await byReference(trx, references);
  if (known) return known;
  const numbers = [
    ...payerNumbersIn(arrival.remittance),
    ...references.map(each => each.slice(0, -6)),
  ];
  const { rows: named } = await sql<{ guarantorId: string; region: RegionCode }>`
    SELECT guarantor_id AS "guarantorId", region FROM guarantor
    WHERE bill_pay_number = ANY (${numbers}) OR guarantor_id = ANY (${numbers})`.execute(trx);
  const [one, ...others] = named;
  if (others.length > 0) return { why: 'several_named' };
  if (one) return byAmount(trx, arrival, one);
  return {
    why: holdsMistypedReference(arrival.remittance) ? 'reference_mistyped' : 'nobody_named',
  };
}
