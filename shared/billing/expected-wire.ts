import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { isWireReference } from '../wires/reference.ts';
import { LedgerKind } from './account.ts';
import { ArrivingKind } from './payment-method.ts';

/** What somebody said they will send, a wire unless it says otherwise; no money has moved, and nothing is charged. */
export const ExpectedWire = z.strictObject({
  wireId: z.uuid(),
  callId: z.uuid(),
  guarantorId: GuarantorId,
  userId: z.string().min(1).max(64),
  notedAt: Instant,
  ledger: LedgerKind,
  method: ArrivingKind.default('wire'),
  /** What the sender writes on the wire: bill-pay number, a part of its own, a check character. */
  reference: z
    .string()
    .regex(/^[0-9A-Z]{16,18}$/)
    .refine(isWireReference),
  amountCents: PositiveCents,
  expectedOn: CalendarDate,
});
export type ExpectedWire = z.infer<typeof ExpectedWire>;
