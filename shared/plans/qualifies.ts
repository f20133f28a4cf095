import { z } from 'zod';

/** Whether somebody qualifies for discount payment or charity care, as far as it is known. */
export const Qualifies = z.enum(['yes', 'no', 'unknown']);
export type Qualifies = z.infer<typeof Qualifies>;

/**
 * Whether a law that spares those who qualify from interest is kept for a plan: for whoever qualifies, whatever plan they
 * have. Who has a hardship plan may well qualify: only a screening that says no lets it bear interest there.
 */
export function mayQualify(qualifies: Qualifies, kind: 'standard' | 'hardship'): boolean {
  return qualifies === 'yes' || (kind === 'hardship' && qualifies === 'unknown');
}
