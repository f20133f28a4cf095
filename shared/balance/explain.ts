import type { Balance } from '../billing/balance.ts';
import type { Charge } from '../billing/charge.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import { cents } from '../money/cents.ts';
import type { BillSentence, SentenceKey } from './bill-sentence.ts';
import { pendingSentence, shareSentence, visitsSentence } from './explain-care.ts';
import { dueSentence } from './explain-due.ts';
import { receivedSentence, specialSentences } from './explain-events.ts';
import { chargesOf } from './summarise.ts';
import { totalOf } from './total-of.ts';

/** Nobody listens to more; what helps least goes first. */
const MOST_SENTENCES = 7;
const leftOutFirst: readonly SentenceKey[] = ['received', 'visits', 'visitsOneDay'];

function totalSentence(charges: readonly Charge[]): BillSentence {
  const owed = totalOf(charges, 'openCents');
  if (owed <= 0) return { key: 'nothingOpen', values: {} };
  return { key: 'total', values: { amount: { money: owed } } };
}

function premiumSentence(premium: readonly Charge[]): BillSentence[] {
  const amount = totalOf(premium, 'openCents');
  return amount > 0 ? [{ key: 'premium', values: { amount: { money: amount } } }] : [];
}

function creditSentence(charges: readonly Charge[]): BillSentence[] {
  const credits = charges.filter(charge => charge.openCents < 0);
  const amount = cents(-totalOf(credits, 'openCents'));
  return amount > 0 ? [{ key: 'credit', values: { amount: { money: amount } } }] : [];
}

/**
 * Why the balance is what it is, as sentences to be read out in order: what for, what the insurance paid
 * and what is left and why, since when it is due, what was received, what is open besides. Speaks only
 * of open charges; `today` is the date in the region's zone. `readOut` turns each into words.
 */
export function explainBill(balance: Balance, today: CalendarDate): BillSentence[] {
  const isOpen = (charge: Charge) => charge.openCents > 0;
  const care = chargesOf(balance, 'medical').filter(isOpen);
  const sentences: BillSentence[] = [
    totalSentence(balance.charges),
    ...visitsSentence(care),
    ...shareSentence(care),
    ...pendingSentence(care),
    ...premiumSentence(chargesOf(balance, 'premium').filter(isOpen)),
    ...creditSentence(balance.charges),
    ...dueSentence(balance.charges.filter(isOpen), today),
    ...receivedSentence(balance),
    ...specialSentences(balance),
  ];
  for (const key of leftOutFirst) {
    const at = sentences.findIndex(sentence => sentence.key === key);
    if (sentences.length > MOST_SENTENCES && at >= 0) sentences.splice(at, 1);
  }
  return sentences;
}
