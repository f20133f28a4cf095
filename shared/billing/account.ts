import { z } from 'zod';
import { AccountNumber } from '../identifiers/account-number.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { Cents } from '../money/cents.ts';

/** Care and coverage are billed apart; money of one ledger never pays the other. */
export const LedgerKind = z.enum(['medical', 'premium']);
export type LedgerKind = z.infer<typeof LedgerKind>;

export const Account = z.object({
  accountId: z.uuid(),
  accountNumber: AccountNumber,
  ledger: LedgerKind,
  mrn: Mrn,
  patientName: z.string(),
  balanceCents: Cents,
  /** A payment on this account has an open outcome, here or on another desk; no second may start. */
  held: z.boolean(),
});
export type Account = z.infer<typeof Account>;
