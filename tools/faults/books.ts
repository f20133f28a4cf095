import { ledgerReport } from '#backend/ledger/report.ts';
import type { PaymentState } from '#shared/payments/states.ts';
import { readBankDebits, type Shelf } from './bank-books.ts';

/** The ways to pay that a desk sends on: to the card processor, or to the bank. */
export type Method = 'card' | 'ach';

interface Payment {
  readonly key: string;
  readonly method: Method;
  readonly state: PaymentState;
  readonly amountCents: number;
}

/** What was taken of a payer, by the books of whoever took it. */
interface Charge {
  readonly key: string;
  readonly method: Method;
  readonly amountCents: number;
  readonly isVoided: boolean;
  /** By a card that is kept, which its holder chose on a call. */
  readonly isKept: boolean;
}

/** What the backend, its ledger, the card processor and the bank each say, by the keys of the payments. */
export interface Books {
  readonly payments: ReadonlyMap<string, Payment>;
  /** As many of one payment as were made, which should be one at most. */
  readonly charges: ReadonlyMap<string, readonly Charge[]>;
  /** What the ledger says is still to come from the processor or the bank. */
  readonly clearingCents: ReadonlyMap<string, number>;
  /** How far the ledger's lines and what is derived from them are apart. */
  readonly withinLedgerCents: number;
}

async function readCharges(shelf: Shelf): Promise<Charge[]> {
  const { rows } = await shelf.pool.query<Omit<Charge, 'method'>>(
    `SELECT key, amount_cents AS "amountCents", voided_at IS NOT NULL AS "isVoided",
       credential = 'kept_by_customer' AS "isKept"
     FROM sandbox_processor.attempt WHERE outcome = 'approved'`,
  );
  const debits = await readBankDebits(shelf);
  return [
    ...rows.map(each => ({ ...each, method: 'card' as const })),
    // What the bank was sent is not taken back any more.
    ...debits.map(each => ({ ...each, method: 'ach' as const, isVoided: false, isKept: false })),
  ];
}

function byKey(charges: readonly Charge[]): Map<string, Charge[]> {
  const grouped = new Map<string, Charge[]>();
  for (const charge of charges) {
    grouped.set(charge.key, [...(grouped.get(charge.key) ?? []), charge]);
  }
  return grouped;
}

/** Reads each of the books for itself: none is taken for the other. */
export async function readBooks(shelf: Shelf): Promise<Books> {
  const { pool } = shelf;
  const payments = await pool.query<Payment>(
    `SELECT key, method_kind AS method, state, amount_cents AS "amountCents"
     FROM payment WHERE source = 'desk'`,
  );
  const clearing = await pool.query<{ key: string; cents: number }>(
    `SELECT payment_key AS key, sum(debit_cents - credit_cents) AS cents
     FROM ledger_line JOIN ledger_entry USING (entry_id) JOIN payment ON key = payment_key
     WHERE ledger_account = method_kind || '_clearing' AND source = 'desk' GROUP BY 1`,
  );
  const { differences } = await ledgerReport(pool);
  const within = differences.map(each => Math.abs(each.expectedCents - each.foundCents));
  return {
    payments: new Map(payments.rows.map(row => [row.key, row])),
    charges: byKey(await readCharges(shelf)),
    clearingCents: new Map(clearing.rows.map(({ key, cents }) => [key, Number(cents)])),
    // A difference that is none in cents, such as a hold that nobody lifts, still is one.
    withinLedgerCents: within.reduce((sum, each) => sum + Math.max(each, 1), 0),
  };
}

/** How far the ledger and whoever took the money are apart, payment by payment, and the ledger in itself. */
export function ledgerDifferenceCents(books: Books): number {
  const apart = new Map(books.clearingCents);
  for (const { key, amountCents, isVoided } of [...books.charges.values()].flat()) {
    apart.set(key, (apart.get(key) ?? 0) - (isVoided ? 0 : amountCents));
  }
  return [...apart.values()].reduce((sum, cents) => sum + Math.abs(cents), books.withinLedgerCents);
}
