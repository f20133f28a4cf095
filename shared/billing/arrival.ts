import { z } from 'zod';

/** How money that arrived was brought together with whom it is from. */
export const MatchedBy = z.enum(['reference', 'number_and_amount', 'number_and_open', 'hand']);
export type MatchedBy = z.infer<typeof MatchedBy>;

/**
 * Why money that arrived waits for a supervisor. `reference_used`: something arrived under that reference
 * already. `amount_differs`: its text names a guarantor, but the amount is neither expected nor what is open.
 */
export const WhyUnmatched = z.enum([
  'not_tried',
  'nobody_named',
  'reference_mistyped',
  'reference_used',
  'several_named',
  'amount_differs',
  'nothing_billed',
]);
export type WhyUnmatched = z.infer<typeof WhyUnmatched>;
