import { z } from 'zod';

/** Why a card processor declined, in the words of the published test cards. */
export const DeclineCode = z.enum([
  'card_declined',
  'insufficient_funds',
  'lost_card',
  'stolen_card',
  'expired_card',
  'incorrect_cvc',
  'processing_error',
  'test_cards_only',
]);
export type DeclineCode = z.infer<typeof DeclineCode>;

/**
 * A soft decline may go through on another try of the same card; a hard one never will, and card
 * networks fine merchants who repeat it.
 */
export const declineKind: Readonly<Record<DeclineCode, 'soft' | 'hard'>> = {
  card_declined: 'soft',
  insufficient_funds: 'soft',
  incorrect_cvc: 'soft',
  processing_error: 'soft',
  lost_card: 'hard',
  stolen_card: 'hard',
  expired_card: 'hard',
  test_cards_only: 'hard',
};

/** A soft decline may be tried twice again; the third retry is refused. */
export const SOFT_DECLINES_BEFORE_REFUSAL = 3;
