import type pg from 'pg';
import { ledgerReport } from '#backend/ledger/report.ts';
import { isOpen, type PaymentState } from '#shared/payments/states.ts';
import type { KeptAttempt } from './journals.ts';

interface Charge {
  readonly key: string;
  readonly amountCents: number;
  readonly isVoided: boolean;
}

/** What everybody's books say once everything is settled. */
export interface Reckoning {
  readonly attempts: number;
  /** Charged; those that were voided afterwards are among them. */
  readonly approved: number;
  readonly voided: number;
  readonly declined: number;
  readonly notCharged: number;
  /** Still open on a desk or in the backend. */
  readonly unknownAtEnd: number;
  readonly processorCharges: number;
  /** Charges beyond the first of one order. */
  readonly doubleCharges: number;
  /** Charges that the backend's payments or the journal of the desk that made them do not know of. */
  readonly lostCharges: number;
  /** Approved on a desk or in the backend, and never charged. */
  readonly approvedWithoutCharge: number;
  /** Attempts that desk and backend, or backend and processor, tell differently in any other way. */
  readonly disagreements: number;
  /** The keys behind the three counts before this one, for whoever looks for the cause. */
  readonly keys: readonly string[];
  readonly ledgerDifferenceCents: number;
}

const stands = (state: PaymentState | undefined) =>
  state === 'approved' || state === 'posted' || state === 'settled' || state === 'voided';

async function paymentsOf(pool: pg.Pool) {
  const { rows } = await pool.query<{ key: string; state: PaymentState; amount_cents: number }>(
    "SELECT key, state, amount_cents FROM payment WHERE source = 'desk'",
  );
  return new Map(rows.map(row => [row.key, row]));
}

async function chargesOf(pool: pg.Pool): Promise<Map<string, Charge>> {
  const { rows } = await pool.query<Charge>(
    `SELECT key, amount_cents AS "amountCents", voided_at IS NOT NULL AS "isVoided"
     FROM sandbox_processor.charge`,
  );
  return new Map(rows.map(row => [row.key, row]));
}

/** How far ledger, balances and the processor's own sums are apart. */
async function ledgerDifferenceCents(pool: pg.Pool, charges: Iterable<Charge>): Promise<number> {
  const { differences } = await ledgerReport(pool);
  const { rows } = await pool.query<{ cents: number }>(
    `SELECT coalesce(sum(debit_cents - credit_cents), 0) AS cents
     FROM ledger_line JOIN ledger_entry USING (entry_id) JOIN payment ON key = payment_key
     WHERE ledger_account = 'card_clearing' AND source = 'desk'`,
  );
  const kept = [...charges].filter(each => !each.isVoided);
  const charged = kept.reduce((sum, each) => sum + each.amountCents, 0);
  const within = differences.map(each => Math.abs(each.expectedCents - each.foundCents));
  // A difference that is none in cents, such as a hold that nobody lifts, still is one.
  return (
    within.reduce((sum, each) => sum + Math.max(each, 1), 0) +
    Math.abs((rows[0]?.cents ?? 0) - charged)
  );
}

/** Holds the journals of all desks, the backend, its ledger and the processor against each other. */
export async function reckon(pool: pg.Pool, attempts: readonly KeptAttempt[]): Promise<Reckoning> {
  const payments = await paymentsOf(pool);
  const charges = await chargesOf(pool);
  const byKey = new Map(attempts.map(each => [each.key, each]));
  const keys = [...new Set([...byKey.keys(), ...payments.keys(), ...charges.keys()])];
  const inState = (...states: PaymentState[]) =>
    attempts.filter(each => states.includes(each.state)).length;

  const lost = keys.filter(
    key => charges.has(key) && !(stands(payments.get(key)?.state) && stands(byKey.get(key)?.state)),
  );
  const uncharged = keys.filter(
    key => !charges.has(key) && (stands(payments.get(key)?.state) || stands(byKey.get(key)?.state)),
  );
  const differing = keys.filter(key => {
    const [attempt, payment, charge] = [byKey.get(key), payments.get(key), charges.get(key)];
    const unheard = attempt?.state === 'not_charged' && !payment;
    if (attempt?.state !== payment?.state && !unheard) return true;
    if (charge && charge.isVoided !== (payment?.state === 'voided')) return true;
    const amounts = [attempt, charge].flatMap(each => (each ? [each.amountCents] : []));
    return amounts.some(amount => payment !== undefined && amount !== payment.amount_cents);
  });
  const chargedOrders = attempts.filter(each => charges.has(each.key)).map(each => each.order);
  const open = keys.filter(key =>
    [byKey.get(key)?.state, payments.get(key)?.state].some(state => state && isOpen(state)),
  );
  const known = new Set([...lost, ...uncharged, ...open]);
  const disagreeing = differing.filter(key => !known.has(key));
  return {
    attempts: attempts.length,
    approved: inState('approved', 'posted', 'settled', 'voided'),
    voided: inState('voided'),
    declined: inState('declined'),
    notCharged: inState('not_charged'),
    unknownAtEnd: open.length,
    processorCharges: charges.size,
    doubleCharges: chargedOrders.length - new Set(chargedOrders).size,
    lostCharges: lost.length,
    approvedWithoutCharge: uncharged.length,
    disagreements: disagreeing.length,
    keys: [...lost, ...uncharged, ...disagreeing, ...open],
    ledgerDifferenceCents: await ledgerDifferenceCents(pool, charges.values()),
  };
}
