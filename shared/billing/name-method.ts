import type { i18n } from 'i18next';
import { brandName } from '../cards/brands.ts';
import type { Language } from '../words/words.ts';
import type { PaymentMethod } from './payment-method.ts';

/** A method in a few words, "Visa ending 4242" or "wire": in the words' own language unless told which. */
export function nameMethod(words: i18n, method: PaymentMethod, language?: Language): string {
  const say = words.getFixedT(language ?? words.language, 'method');
  switch (method.kind) {
    case 'card':
      return say('card', { brand: brandName[method.brand], last4: method.last4 });
    case 'ach':
      return say(method.accountKind, {
        last4: method.last4,
        bank: method.bankName,
      });
    default:
      return say(method.kind);
  }
}
