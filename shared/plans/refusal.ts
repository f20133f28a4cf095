import type { Cents } from '../money/cents.ts';

/** Why there is no such plan; the words are in the catalogue under `plans:refusal`. */
export type PlanRefusal =
  | { readonly reason: 'nothing_owed' | 'amount_too_large' | 'rate_out_of_range' }
  | { readonly reason: 'term_out_of_range' | 'first_before_agreed' | 'first_too_late' }
  | { readonly reason: 'not_the_due_day' | 'paid_at_once' }
  | { readonly reason: 'payment_too_small'; readonly leastCents: Cents };
