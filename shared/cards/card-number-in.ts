import { brandOf, passesLuhn } from './brand-rules.ts';

/** Thirteen to nineteen digits as people write a card: in one, or apart by spaces, dots and hyphens. */
const runs = /\d(?:[ .-]?\d){12,18}/g;

/**
 * Whether a free text holds what looks like a card number: the length, the first digits of a brand and
 * the check digit. Such a text is kept nowhere (PCI DSS 3.5.1).
 */
export function holdsCardNumber(text: string): boolean {
  return (text.match(runs) ?? [])
    .map(run => run.replace(/\D/g, ''))
    .some(digits => brandOf(digits) !== undefined && passesLuhn(digits));
}
