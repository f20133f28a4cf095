import { z } from 'zod';
import { DeclineCode } from '#shared/payments/declines.ts';

/** How the account behind a card number always behaves. */
export const Behaviour = z.enum(['approved', ...DeclineCode.options]);
export type Behaviour = z.infer<typeof Behaviour>;

/** The test numbers that Stripe publishes (docs.stripe.com/testing); no real card has one of them. */
const behaviours: Readonly<Record<string, Behaviour>> = {
  '4242424242424242': 'approved',
  '4000056655665556': 'approved',
  '5555555555554444': 'approved',
  '2223003122003222': 'approved',
  '5200828282828210': 'approved',
  '5105105105105100': 'approved',
  '378282246310005': 'approved',
  '371449635398431': 'approved',
  '6011111111111117': 'approved',
  '6011000990139424': 'approved',
  '4000000000000002': 'card_declined',
  '4000000000009995': 'insufficient_funds',
  '4000000000009987': 'lost_card',
  '4000000000009979': 'stolen_card',
  '4000000000000069': 'expired_card',
  '4000000000000127': 'incorrect_cvc',
  '4000000000000119': 'processing_error',
};

/** A number the sandbox does not know is always declined, whoever's card it is. */
export function behaviourOf(number: string): Behaviour {
  return behaviours[number] ?? 'test_cards_only';
}
