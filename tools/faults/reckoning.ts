import type pg from 'pg';
import { isOpen, movesBetween, type PaymentState } from '#shared/payments/states.ts';
import { type Books, ledgerDifferenceCents, readBooks } from './books.ts';
import type { KeptAttempt } from './journals.ts';

/** What everybody's books say once everything is settled. */
export interface Reckoning {
  /** Confirmed at a desk. */
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
  /** Attempts that two of the books, or a book and what was shown to a person, tell differently otherwise. */
  readonly disagreements: number;
  /** The keys behind what must be zero, for whoever looks for the cause. */
  readonly keys: readonly string[];
  readonly ledgerDifferenceCents: number;
}

/** What a person was shown of each attempt when it was confirmed. */
export type Shown = ReadonlyMap<string, PaymentState>;

const charged: readonly (PaymentState | undefined)[] = ['approved', 'posted', 'settled', 'voided'];
const stands = (state: PaymentState | undefined) => charged.includes(state);

type Told = ReadonlyMap<string, KeptAttempt>;

/** Whether anybody tells another state or another amount than the others, in a way not counted elsewhere. */
function differs(key: string, told: Told, { payments, charges }: Books, shown: Shown): boolean {
  const [attempt, payment, charge] = [told.get(key), payments.get(key), charges.get(key)];
  const seen = shown.get(key);
  if (seen && !(attempt && movesBetween(seen, attempt.state))) return true;
  const unheard = attempt?.state === 'not_charged' && !payment;
  if (attempt?.state !== payment?.state && !unheard) return true;
  if (charge && charge.isVoided !== (payment?.state === 'voided')) return true;
  const amounts = [attempt, payment, charge].flatMap(each => (each ? [each.amountCents] : []));
  return new Set(amounts).size > 1;
}

/** Holds the journals of all desks, the backend, its ledger and the processor against each other. */
export async function reckon(
  pool: pg.Pool,
  attempts: readonly KeptAttempt[],
  shown: Shown = new Map(),
): Promise<Reckoning> {
  const books = await readBooks(pool);
  const { payments, charges } = books;
  const told = new Map(attempts.map(each => [each.key, each]));
  const keys = [
    ...new Set([...told.keys(), ...payments.keys(), ...charges.keys(), ...shown.keys()]),
  ];
  const statesOf = (key: string) => [told.get(key)?.state, payments.get(key)?.state];
  const inState = (...states: PaymentState[]) =>
    attempts.filter(each => states.includes(each.state)).length;

  const open = keys.filter(key => statesOf(key).some(state => state && isOpen(state)));
  const lost = keys.filter(key => charges.has(key) && !statesOf(key).every(stands));
  const uncharged = keys.filter(key => !charges.has(key) && statesOf(key).some(stands));
  const known = new Set([...open, ...lost, ...uncharged]);
  const others = keys.filter(key => !known.has(key) && differs(key, told, books, shown));
  const chargedOrders = attempts.filter(({ key }) => charges.has(key)).map(({ order }) => order);
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
    disagreements: others.length,
    keys: [...known, ...others],
    ledgerDifferenceCents: ledgerDifferenceCents(books),
  };
}
