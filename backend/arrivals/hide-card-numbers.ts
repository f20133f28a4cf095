import { holdsCardNumber } from '#shared/cards/card-number-in.ts';

/** A payer may write anything on a payment; of what looks like a card number nothing is kept (PCI DSS 3.5.1). */
export function hideCardNumbers(text: string): string {
  if (!holdsCardNumber(text)) return text;
  return text.replace(/\d(?:[ .-]?\d){12,18}/g, run =>
    holdsCardNumber(run) ? '[card number]' : run,
  );
}
