import { isOpen, type PaymentState } from '#shared/payments/states.ts';
import { differs, type Shown, stands } from './agreement.ts';
import type { Shelf } from './bank-books.ts';
import { ledgerDifferenceCents, type Method, readBooks } from './books.ts';
import type { KeptAttempt } from './journals.ts';

/** What everybody's books say once everything is settled. */
export interface Reckoning {
  /** Confirmed at a desk. */
  readonly attempts: number;
  /** Charged, or accepted as a debit; those that were voided afterwards are among them. */
  readonly approved: number;
  readonly voided: number;
  readonly declined: number;
  readonly notCharged: number;
  /** Still open on a desk or in the backend. */
  readonly unknownAtEnd: number;
  /** At the card processor and the bank together, those that were voided afterwards among them. */
  readonly processorCharges: number;
  /** Of cards alone, in the processor's own books. */
  readonly cardCharges: number;
  /** Of those, by cards that are kept. */
  readonly keptCardCharges: number;
  /** Entries that the bank got in its files. */
  readonly bankDebits: number;
  /** Debits that were voided before a file took them, so that the bank never hears of them. */
  readonly voidedDebits: number;
  /** Charges and debits beyond the first of one order. */
  readonly doubleCharges: number;
  /** Charges and debits that the backend's payments or the journal of the desk that made them do not stand by. */
  readonly lostCharges: number;
  /** Approved on a desk or in the backend, and never charged or debited. */
  readonly approvedWithoutCharge: number;
  /** Attempts that two of the books, or a book and what was shown to a person, tell differently otherwise. */
  readonly disagreements: number;
  /** The keys behind what must be zero, for whoever looks for the cause. */
  readonly keys: readonly string[];
  readonly ledgerDifferenceCents: number;
}

/** Holds the journals of all desks, the backend, its ledger, the processor and the bank against each other. */
export async function reckon(
  shelf: Shelf,
  attempts: readonly KeptAttempt[],
  shown: Shown = new Map(),
): Promise<Reckoning> {
  const books = await readBooks(shelf);
  const { payments, charges } = books;
  const told = new Map(attempts.map(each => [each.key, each]));
  const made = [...charges.values()].flat();
  const keys = [
    ...new Set([...told.keys(), ...payments.keys(), ...charges.keys(), ...shown.keys()]),
  ];
  const statesOf = (key: string) => [told.get(key)?.state, payments.get(key)?.state];
  const standing = (key: string) => statesOf(key).map(state => stands(key, state, books));
  const inState = (...states: PaymentState[]) =>
    attempts.filter(each => states.includes(each.state));
  const madeBy = (wanted: Method) => made.filter(({ method }) => method === wanted).length;

  const open = keys.filter(key => statesOf(key).some(state => state && isOpen(state)));
  const lost = keys.filter(key => charges.has(key) && !standing(key).every(Boolean));
  const uncharged = keys.filter(key => !charges.has(key) && standing(key).some(Boolean));
  const orders = made.map(({ key }) => told.get(key)?.order ?? key);
  const doubled = keys.filter(key => (charges.get(key) ?? []).length > 1);
  const known = new Set([...open, ...lost, ...uncharged, ...doubled]);
  const others = keys.filter(key => !known.has(key) && differs(key, told, books, shown));
  const voided = inState('voided');
  const [cardCharges, bankDebits] = [madeBy('card'), madeBy('ach')];
  const voidedDebits = voided.filter(({ key }) => payments.get(key)?.method === 'ach').length;
  return {
    attempts: attempts.length,
    approved: inState('approved', 'originated', 'posted', 'settled', 'voided').length,
    voided: voided.length,
    declined: inState('declined').length,
    notCharged: inState('not_charged').length,
    unknownAtEnd: open.length,
    processorCharges: cardCharges + bankDebits + voidedDebits,
    cardCharges,
    keptCardCharges: made.filter(({ isKept }) => isKept).length,
    bankDebits,
    voidedDebits,
    doubleCharges: orders.length - new Set(orders).size,
    lostCharges: lost.length,
    approvedWithoutCharge: uncharged.length,
    disagreements: others.length,
    keys: [...known, ...others],
    ledgerDifferenceCents: ledgerDifferenceCents(books),
  };
}
