import { type Cents, cents } from './cents.ts';

export type AmountFault =
  | 'empty'
  | 'not_an_amount'
  | 'negative'
  | 'zero'
  | 'too_precise'
  | 'misplaced_comma'
  | 'too_large';

export type ParsedAmount = { ok: true; amountCents: Cents } | { ok: false; fault: AmountFault };

/** Nobody pays more than ten million dollars in one card payment; more is a slip of the keyboard. */
const LARGEST_TYPED_CENTS = 1_000_000_000;

const shape = /^\$?\s*(\d[\d,]*)?(?:\.(\d*))?$/;
const groupedByThree = /^\d{1,3}(,\d{3})*$/;

/**
 * Reads an amount as people type it (`1,234.5`, `$12`, `12.`, `.50`) into cents.
 * Answers with the one fault that explains why it cannot be an amount to pay.
 */
export function parseAmount(typed: string): ParsedAmount {
  const text = typed.trim();
  if (text === '' || text === '$') return { ok: false, fault: 'empty' };
  if (/^[-−–]|^\$\s*[-−–]|^\(.*\)$/.test(text)) return { ok: false, fault: 'negative' };
  const parts = shape.exec(text);
  if (!parts || (parts[1] === undefined && !parts[2])) return { ok: false, fault: 'not_an_amount' };
  const [, dollars = '0', fraction = ''] = parts;
  if (dollars.includes(',') && !groupedByThree.test(dollars)) {
    return { ok: false, fault: 'misplaced_comma' };
  }
  if (fraction.length > 2) return { ok: false, fault: 'too_precise' };
  const wholeDollars = dollars.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (wholeDollars.length > 9) return { ok: false, fault: 'too_large' };
  const amount = Number(wholeDollars) * 100 + Number(fraction.padEnd(2, '0'));
  if (amount === 0) return { ok: false, fault: 'zero' };
  if (amount > LARGEST_TYPED_CENTS) return { ok: false, fault: 'too_large' };
  return { ok: true, amountCents: cents(amount) };
}
