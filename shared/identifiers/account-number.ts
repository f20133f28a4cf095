import { z } from 'zod';

/** Account number: two digits, a hyphen, six digits (`88-201447`); one patient, one ledger, one guarantor. */
export const AccountNumber = z
  .string()
  .regex(/^\d{2}-\d{6}$/)
  .brand<'AccountNumber'>();
export type AccountNumber = z.infer<typeof AccountNumber>;
