import { z } from 'zod';

/** Who says to be calling; chosen before any factor is asked (45 CFR 164.514(h)). */
export const CallerRole = z.enum([
  'patient',
  'guarantor',
  'authorised_representative',
  'guest_payer',
]);
export type CallerRole = z.infer<typeof CallerRole>;

/** What a caller may be asked to prove who they are. A locator (MRN and the like) is never proof. */
export const Factor = z.enum(['birth_date', 'postal_code', 'street_address', 'phone']);
export type Factor = z.infer<typeof Factor>;

/** Two factors must match; three wrong answers lock the record until a supervisor opens it. */
export const FACTORS_NEEDED = 2;
export const FAILURES_BEFORE_LOCK = 3;

/** What may be said to a caller: everything, only the amount they are paying, or nothing. */
export const Disclosure = z.enum(['everything', 'amount_only', 'nothing']);
export type Disclosure = z.infer<typeof Disclosure>;

/** ZIP and street address are one address: matching both counts as one factor. */
export function factorsProven(matched: readonly Factor[]): number {
  return new Set(matched.map(factor => (factor === 'street_address' ? 'postal_code' : factor)))
    .size;
}

/** What a caller in this role may hear once `matched` factors are proven. */
export function discloses(role: CallerRole, matched: readonly Factor[]): Disclosure {
  if (role === 'guest_payer') return 'amount_only';
  return factorsProven(matched) >= FACTORS_NEEDED ? 'everything' : 'nothing';
}
