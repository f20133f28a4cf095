import type { CardBrand } from '#shared/cards/brands.ts';
import { cents } from '#shared/money/cents.ts';
import type { Stream } from '../draws/stream.ts';
import type { Book } from '../family/book.ts';
import type { ChargePart } from '../family/entries.ts';
import type { SeededCharge } from '../family/family.ts';
import { payEarlier } from '../family/payments.ts';

type Habit = 'prompt' | 'late' | 'struggling' | 'never';

/** How a household pays its statements, and with which card. */
export interface Payer {
  readonly habit: Habit;
  readonly brand: CardBrand;
  readonly last4: string;
}

const habits: readonly (readonly [number, Habit])[] = [
  [54, 'prompt'],
  [26, 'late'],
  [12, 'struggling'],
  [8, 'never'],
];

const brands: readonly (readonly [number, CardBrand])[] = [
  [52, 'visa'],
  [28, 'mastercard'],
  [12, 'american-express'],
  [8, 'discover'],
];

export function drawPayer(stream: Stream): Payer {
  return {
    habit: stream.pickWeighted(habits),
    brand: stream.pickWeighted(brands),
    last4: String(stream.int(0, 9999)).padStart(4, '0'),
  };
}

/** Days from a statement to its payment, and how much of each charge is paid; nothing when it is not. */
function drawIntent(stream: Stream, habit: Habit): { days: number; percent: number } {
  if (habit === 'prompt') return { days: stream.int(2, 27), percent: 100 };
  if (habit === 'late') return { days: stream.int(24, 75), percent: stream.pick([100, 100, 50]) };
  if (habit === 'struggling') {
    return { days: stream.int(20, 60), percent: stream.pick([0, 0, 0, 0, 25, 50]) };
  }
  return { days: 0, percent: 0 };
}

/** Pays a statement's charges the way this household does; what an insurer may still pay is left alone. */
export function payStatement(
  book: Book,
  payer: Payer,
  charges: readonly SeededCharge[],
  issuedDaysAgo: number,
): void {
  const { days, percent } = drawIntent(book.stream, payer.habit);
  const daysAgo = issuedDaysAgo - days;
  if (percent === 0 || daysAgo < 1) return;
  const parts = charges
    .filter(charge => charge.openCents > 0 && charge.insurance !== 'pending')
    .map((charge): ChargePart => [charge, cents(Math.ceil((charge.openCents * percent) / 100))]);
  if (parts.length === 0) return;
  const minuteOfDay = book.stream.int(8 * 60, 16 * 60 + 55);
  payEarlier(book, { daysAgo, minuteOfDay, brand: payer.brand, last4: payer.last4, parts });
}
