import { z } from 'zod';

/** Whether somebody qualifies for discount payment or charity care, as far as it is known. */
export const Qualifies = z.enum(['yes', 'no', 'unknown']);
export type Qualifies = z.infer<typeof Qualifies>;
