import type { ChargedMethod } from '#shared/billing/payment-method.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';

/** The card or bank account that was taken on this call and is not spent yet. */
export function capturedOn({ card, bankAccount }: OpenCall): ChargedMethod | undefined {
  if (card) return { kind: 'card', brand: card.brand, last4: card.last4 };
  return bankAccount ? { kind: 'ach', ...bankAccount } : undefined;
}
