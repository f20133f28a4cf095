import { type Cents, noCents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';

/** More than this the backend refuses: see `faultInHousehold`. */
const MOST_CENTS = 500_000_000;

export type SaidAmountFault = 'negative' | 'not_an_amount' | 'too_large';
export type SaidAmount =
  | { readonly state: 'unasked' }
  | { readonly state: 'said'; readonly amountCents: Cents }
  | { readonly state: 'wrong'; readonly fault: SaidAmountFault };

/** An amount as it was said: zero is one, an empty box is a question that was not asked. */
export function readSaidAmount(typed: string): SaidAmount {
  const parsed = parseAmount(typed);
  if (parsed.ok) {
    if (parsed.amountCents > MOST_CENTS) return { state: 'wrong', fault: 'too_large' };
    return { state: 'said', amountCents: parsed.amountCents };
  }
  switch (parsed.fault) {
    case 'empty':
      return { state: 'unasked' };
    case 'zero':
      return { state: 'said', amountCents: noCents };
    case 'negative':
    case 'too_large':
      return { state: 'wrong', fault: parsed.fault };
    default:
      return { state: 'wrong', fault: 'not_an_amount' };
  }
}
