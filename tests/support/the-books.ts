import type pg from 'pg';
import { expect } from 'vitest';
import { ledgerReport } from '#backend/ledger/report.ts';

export interface ProcessorCharge {
  readonly key: string;
  readonly amount_cents: number;
  readonly voided_at: string | null;
}

/** What the processor's own books say was charged, in all or under some keys. */
export async function processorCharges(
  pool: pg.Pool,
  keys?: readonly string[],
): Promise<ProcessorCharge[]> {
  const { rows } = await pool.query<ProcessorCharge>(
    'SELECT key, amount_cents, voided_at FROM sandbox_processor.charge ORDER BY charged_at',
  );
  return rows.filter(({ key }) => keys?.includes(key) ?? true);
}

/** Card payments taken at the desk, by key. */
async function deskPayments(pool: pg.Pool) {
  const { rows } = await pool.query<{ key: string; state: string; amount_cents: number }>(
    "SELECT key, state, amount_cents FROM payment WHERE source = 'desk' AND method_kind = 'card'",
  );
  return rows;
}

/** What was given back of cards, by the backend's books and by the processor's. */
async function refundsHere(pool: pg.Pool) {
  const { rows } = await pool.query(`SELECT refund_key, amount_cents FROM refund
    WHERE state = 'refunded' AND method_kind = 'card' ORDER BY refund_key`);
  return rows;
}
async function refundsThere(pool: pg.Pool) {
  const { rows } = await pool.query(`SELECT refund_key, amount_cents FROM sandbox_processor.refund
    WHERE outcome = 'refunded' ORDER BY refund_key`);
  return rows;
}

/**
 * Holds the three books against each other: each charge of the processor is one payment of the same
 * amount, each payment that says so was charged, and the ledger balances to the cent.
 */
export async function expectBooksToAgree(pool: pg.Pool): Promise<void> {
  const charged = new Map((await processorCharges(pool)).map(each => [each.key, each]));
  for (const payment of await deskPayments(pool)) {
    const charge = charged.get(payment.key);
    const stands = ['approved', 'posted', 'settled', 'refunded'].includes(payment.state);
    expect(charge !== undefined && charge.voided_at === null, payment.key).toBe(stands);
    if (charge) expect(charge.amount_cents).toBe(payment.amount_cents);
    charged.delete(payment.key);
  }
  expect([...charged.keys()], 'charged, and unknown here').toEqual([]);
  expect(await refundsHere(pool)).toEqual(await refundsThere(pool));
  expect((await ledgerReport(pool)).differences).toEqual([]);
}
