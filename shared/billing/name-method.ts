import type { i18n } from 'i18next';
import { brandName } from '../cards/brands.ts';
import type { PaymentMethod } from './payment-method.ts';

/** A method in a few words: "Visa ending 4242", "checking ending 6789 at First Bank", "wire". */
export function nameMethod(words: i18n, method: PaymentMethod): string {
  switch (method.kind) {
    case 'card':
      return words.t('method:card', { brand: brandName[method.brand], last4: method.last4 });
    case 'ach':
      return words.t(`method:${method.accountKind}`, {
        last4: method.last4,
        bank: method.bankName,
      });
    default:
      return words.t(`method:${method.kind}`);
  }
}
