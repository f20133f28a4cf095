import type { CardBrand } from '#shared/cards/brands.ts';
import { sumCents } from '#shared/money/cents.ts';
import {
  CONFIRMATION_CHARACTERS,
  confirmationNumber,
} from '#shared/payments/confirmation-number.ts';
import { scatter } from '../draws/scatter.ts';
import { type Book, newId } from './book.ts';
import { type ChargePart, enter } from './entries.ts';

const PAYMENTS_A_FAMILY = 64;

/** A confirmation number is eight characters, then one to check them. */
const BODY_CHARACTERS = 8;
const scattered = scatter(CONFIRMATION_CHARACTERS ** BODY_CHARACTERS, 20_261_121);

/** No two payments of a seed have the same number: each is made from the payment's position. */
function confirmationOf(family: number, payment: number): string {
  let rest = scattered(family * PAYMENTS_A_FAMILY + payment);
  const digits = Uint8Array.from({ length: BODY_CHARACTERS }, () => {
    const digit = rest % CONFIRMATION_CHARACTERS;
    rest = (rest - digit) / CONFIRMATION_CHARACTERS;
    return digit;
  });
  return confirmationNumber(digits);
}

export interface EarlierPayment {
  readonly daysAgo: number;
  /** Local time, before the cut-off. */
  readonly minuteOfDay: number;
  readonly brand: CardBrand;
  readonly last4: string;
  /** All of one ledger. */
  readonly parts: readonly ChargePart[];
}

/** A card payment of the past; nothing is written when it would not have posted by now. */
export function payEarlier(book: Book, paid: EarlierPayment): void {
  const { daysAgo, parts } = paid;
  const state = book.calendar.standing(book.timeZone, daysAgo);
  if (!state) return;
  const key = newId(book);
  const takenAt = book.calendar.at(book.timeZone, daysAgo, paid.minuteOfDay);
  book.payments.push({
    key,
    state,
    brand: paid.brand,
    last4: paid.last4,
    amountCents: sumCents(parts.map(([, amountCents]) => amountCents)),
    allocations: parts.map(([{ chargeId }, amountCents]) => ({ chargeId, amountCents })),
    confirmation: confirmationOf(book.index, book.payments.length),
    takenAt,
    postingOn: book.calendar.postingOn(book.timeZone, daysAgo),
  });
  enter(book, 'earlier_payment', daysAgo, parts, { key, takenAt });
}
