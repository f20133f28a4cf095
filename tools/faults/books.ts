import type pg from 'pg';
import { ledgerReport } from '#backend/ledger/report.ts';
import type { PaymentState } from '#shared/payments/states.ts';

interface Payment {
  readonly key: string;
  readonly state: PaymentState;
  readonly amountCents: number;
}

interface Charge {
  readonly key: string;
  readonly amountCents: number;
  readonly isVoided: boolean;
}

/** What the backend, its ledger and the card processor each say, by the keys of the payments. */
export interface Books {
  readonly payments: ReadonlyMap<string, Payment>;
  readonly charges: ReadonlyMap<string, Charge>;
  /** What the ledger says is still to come from the processor. */
  readonly clearingCents: ReadonlyMap<string, number>;
  /** How far the ledger's lines and what is derived from them are apart. */
  readonly withinLedgerCents: number;
}

const byKey = <Row extends { readonly key: string }>(rows: readonly Row[]) =>
  new Map(rows.map(row => [row.key, row]));

/** Reads each of the books for itself: none is taken for the other. */
export async function readBooks(pool: pg.Pool): Promise<Books> {
  const payments = await pool.query<Payment>(
    `SELECT key, state, amount_cents AS "amountCents" FROM payment WHERE source = 'desk'`,
  );
  const charges = await pool.query<Charge>(
    `SELECT key, amount_cents AS "amountCents", voided_at IS NOT NULL AS "isVoided"
     FROM sandbox_processor.charge`,
  );
  const clearing = await pool.query<{ key: string; cents: number }>(
    `SELECT payment_key AS key, sum(debit_cents - credit_cents) AS cents
     FROM ledger_line JOIN ledger_entry USING (entry_id) JOIN payment ON key = payment_key
     WHERE ledger_account = 'card_clearing' AND source = 'desk' GROUP BY 1`,
  );
  const { differences } = await ledgerReport(pool);
  const within = differences.map(each => Math.abs(each.expectedCents - each.foundCents));
  return {
    payments: byKey(payments.rows),
    charges: byKey(charges.rows),
    clearingCents: new Map(clearing.rows.map(({ key, cents }) => [key, Number(cents)])),
    // A difference that is none in cents, such as a hold that nobody lifts, still is one.
    withinLedgerCents: within.reduce((sum, each) => sum + Math.max(each, 1), 0),
  };
}

/** How far the ledger and the processor are apart, payment by payment, and the ledger in itself. */
export function ledgerDifferenceCents({
  charges,
  clearingCents,
  withinLedgerCents,
}: Books): number {
  const keys = new Set([...charges.keys(), ...clearingCents.keys()]);
  return [...keys].reduce((sum, key) => {
    const charge = charges.get(key);
    const stayed = charge && !charge.isVoided ? charge.amountCents : 0;
    return sum + Math.abs((clearingCents.get(key) ?? 0) - stayed);
  }, withinLedgerCents);
}
