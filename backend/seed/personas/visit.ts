import type { ChargeKind, InsuranceStanding } from '#shared/billing/charge.ts';
import { cents } from '#shared/money/cents.ts';
import type { Book } from '../family/book.ts';
import { bill } from '../family/charges.ts';
import { enter } from '../family/entries.ts';
import type { SeededAccount, SeededCharge } from '../family/family.ts';
import { payEarlier } from '../family/payments.ts';

/** One line of a hand-written bill; amounts in cents. */
export interface VisitLine {
  readonly kind: ChargeKind;
  readonly description: string;
  readonly billed: number;
  readonly insurerPaid?: number;
  readonly adjusted?: number;
}

export interface Visit {
  readonly daysAgo: number;
  readonly insurance?: InsuranceStanding;
  readonly lines: readonly VisitLine[];
}

/** Bills a visit; the insurer, where it answered, did so on the next day. */
export function visit(book: Book, account: SeededAccount, written: Visit): SeededCharge[] {
  const { daysAgo, insurance = 'paid', lines } = written;
  const billed = lines.map(({ kind, description, billed }) => ({
    kind,
    description,
    insurance,
    billedCents: cents(billed),
  }));
  const charges = bill(book, account, daysAgo, billed);
  const amounts = (of: 'insurerPaid' | 'adjusted') =>
    charges.map((charge, at) => [charge, cents(lines[at]?.[of] ?? 0)] as const);
  enter(book, 'insurance_paid', daysAgo - 1, amounts('insurerPaid'));
  enter(book, 'adjusted', daysAgo - 1, amounts('adjusted'));
  return charges;
}

/** Pays part of one charge, or all of it, with the household's card. */
export function payOn(book: Book, daysAgo: number, charge: SeededCharge, amount: number): void {
  payEarlier(book, {
    daysAgo,
    minuteOfDay: 11 * 60 + 20,
    brand: 'visa',
    last4: '1234',
    parts: [[charge, cents(amount)]],
  });
}
