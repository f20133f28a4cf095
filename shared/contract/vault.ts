import { z } from 'zod';
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
};
