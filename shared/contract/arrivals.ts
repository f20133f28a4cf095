import { z } from 'zod';
import { LedgerKind } from '../billing/account.ts';
import { WhyUnmatched } from '../billing/arrival.ts';
import { ArrivingKind } from '../billing/payment-method.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { BillPayNumber } from '../identifiers/bill-pay-number.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { route } from './route.ts';

/** Money on a bank statement that nothing could be matched with; it waits for a supervisor. */
export const UnmatchedArrival = z.object({
  arrivalId: z.uuid(),
  channel: ArrivingKind,
  amountCents: PositiveCents,
  bookedOn: CalendarDate,
  statementId: z.string(),
  entryId: z.string(),
  remitter: z.string(),
  remittance: z.string(),
  why: WhyUnmatched,
  /** Whom its text names, where they are of the asker's regions. */
  guarantorId: GuarantorId.nullable(),
  guarantorName: z.string().nullable(),
});
export type UnmatchedArrival = z.infer<typeof UnmatchedArrival>;

/** To whom an arrival is posted by hand, and why. */
export const ArrivalAssignment = z.strictObject({
  /** A bill-pay number or a guarantor ID; their lengths tell them apart. */
  number: z.union([GuarantorId, BillPayNumber]),
  ledger: LedgerKind,
  reason: z.string().trim().min(3).max(500),
});
export type ArrivalAssignment = z.infer<typeof ArrivalAssignment>;

/** That it was assigned: whose it is now, by whom, and what of it found nothing open. */
export const AssignedArrival = z.object({
  arrivalId: z.uuid(),
  key: AttemptKey,
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  amountCents: PositiveCents,
  creditCents: z.int().min(0),
  at: Instant,
  byName: z.string(),
});
export type AssignedArrival = z.infer<typeof AssignedArrival>;

export const arrivalRoutes = {
  assignArrival: route({
    method: 'POST',
    path: '/v1/arrivals/:arrivalId/assignment',
    summary:
      'Post money that arrived to a guarantor by hand, once; the same assignment again is answered like the first',
    params: z.object({ arrivalId: z.uuid() }),
    body: ArrivalAssignment,
    status: 200,
    reply: AssignedArrival,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'not_found',
      'card_in_reason',
      'arrival_matched',
      'nothing_billed',
    ],
  }),
};
