/** No brand the desk takes has more digits (Visa and Discover end at 19). */
const MOST_DIGITS = 19;

/** American Express embosses 4-6-5, every other brand groups of four. */
function gapsOf(digits: string): readonly number[] {
  return /^3[47]/.test(digits) ? [4, 10] : [4, 8, 12, 16];
}

/** A card number grouped as it stands on the card, while it is being typed; all but digits is dropped. */
export function groupNumber(typed: string): string {
  const digits = typed.replace(/\D/g, '').slice(0, MOST_DIGITS);
  const gaps = gapsOf(digits);
  return [...digits].map((digit, at) => (gaps.includes(at) ? ` ${digit}` : digit)).join('');
}

/**
 * Where the caret belongs in `grouped` so that it stays behind the digit it was behind in `typed`:
 * regrouping must not move it when somebody corrects a digit in the middle.
 */
export function caretIn(grouped: string, typed: string, caret: number): number {
  const digitsBefore = typed.slice(0, caret).replace(/\D/g, '').length;
  let seen = 0;
  for (let at = 0; at < grouped.length; at += 1) {
    if (seen === digitsBefore) return at;
    if (/\d/.test(grouped.charAt(at))) seen += 1;
  }
  return grouped.length;
}
