import { z } from 'zod';
import { ReceiptWay } from '../billing/payment-history.ts';
import { CalendarDate } from '../calendar/dates.ts';
import { PositiveCents } from '../money/cents.ts';

/** What a guarantor gets in writing about an authorisation, as far as it has come. */
export const AuthorisationLetter = z.object({
  /** A notice of a payment to come, the written copy of what was agreed, or that something ended. */
  kind: z.enum(['notice', 'made', 'changed', 'skipped', 'revoked', 'stopped', 'finished']),
  /** Null until its words are written. */
  by: ReceiptWay.nullable(),
  /** The guarantor's date; null while it waits to be sent. */
  sentOn: CalendarDate.nullable(),
  /** Of a notice. */
  amountCents: PositiveCents.nullable(),
  payOn: CalendarDate.nullable(),
});
export type AuthorisationLetter = z.infer<typeof AuthorisationLetter>;
