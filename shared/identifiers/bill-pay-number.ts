import { z } from 'zod';

/** Bill-pay number: 10 to 12 digits, never changes, shared with family who pay, the reference of a wire. */
export const BillPayNumber = z
  .string()
  .regex(/^\d{10,12}$/)
  .brand<'BillPayNumber'>();
export type BillPayNumber = z.infer<typeof BillPayNumber>;
