import { z } from 'zod';
import { HolderName } from '../ach/tel-authorisation.ts';
import { AccountEnding, BankAccountKind } from '../billing/payment-method.ts';
import { CardBrand } from '../cards/brands.ts';
import { route } from './route.ts';

/** A card on its way into the vault: digits only, the month it is good through as `2028-04`. */
export const CardForVault = z.strictObject({
  number: z.string().regex(/^\d{12,19}$/),
  goodThrough: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/),
  securityCode: z.string().regex(/^\d{3,4}$/),
  postalCode: z.string().regex(/^\d{5}(-\d{4})?$/),
});

/** What comes back: nothing from which a card number could be made. Good for one payment, fifteen minutes. */
export const CardToken = z.object({
  token: z.string().min(8).max(80),
  brand: CardBrand,
  last4: z.string().regex(/^\d{4}$/),
  goodThrough: z.string(),
});
export type CardToken = z.infer<typeof CardToken>;

/** A bank account on its way into the vault: digits only, as they are on the payer's cheque. */
export const BankAccountForVault = z.strictObject({
  accountKind: BankAccountKind,
  routingNumber: z.string().regex(/^\d{9}$/),
  accountNumber: z.string().regex(/^(?!0+$)\d{4,17}$/),
  holderName: HolderName,
});
export type BankAccountForVault = z.infer<typeof BankAccountForVault>;

/** What comes back: the bank by its name, and no more of the account than may be shown. Good for one payment, fifteen minutes. */
export const BankToken = z.object({
  token: z.string().min(8).max(80),
  accountKind: BankAccountKind,
  bankName: z.string(),
  last4: AccountEnding,
  routingNumber: z.string().regex(/^\d{9}$/),
});
export type BankToken = z.infer<typeof BankToken>;

export const vaultRoutes = {
  keepCard: route({
    method: 'POST',
    path: '/v1/vault/cards',
    summary: 'Turn a card into a token; the security code is used once and stored nowhere',
    body: CardForVault,
    status: 201,
    reply: CardToken,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'card_refused', 'unavailable'],
  }),
  keepBankAccount: route({
    method: 'POST',
    path: '/v1/vault/bank-accounts',
    summary:
      'Turn a bank account into a token; its number is kept sealed and never given out again',
    body: BankAccountForVault,
    status: 201,
    reply: BankToken,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'routing_number_wrong',
      'bank_unknown',
      'bank_account_blocked',
    ],
  }),
};
