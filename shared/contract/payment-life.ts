import { z } from 'zod';
import { PaymentHistory } from '../billing/payment-history.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { ExceptionEnd, ExceptionKind } from '../exceptions/exception-kind.ts';
import { LedgerAccount } from '../ledger/chart.ts';
import { Cents } from '../money/cents.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { SearchedPayment } from './payment-search.ts';
import { route } from './route.ts';

/** The most looks that are listed, the latest first. */
export const MOST_LOOKS = 60;

/** The call a payment was taken on. Of one whose record has not arrived yet, or of a seeded one, only what is known. */
const LifeCall = z.object({
  callId: z.uuid(),
  reference: z.string().nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  disposition: z.string().nullable(),
  summary: z.string().nullable(),
});

/** Who the caller said they are, and which questions were answered rightly; never what was said. */
const LifeVerification = z.object({
  callerRole: z.string(),
  callerName: z.string().nullable(),
  state: z.string(),
  begunAt: Instant,
  closedAt: Instant.nullable(),
  factors: z.array(z.object({ factor: z.string(), matched: z.boolean(), at: Instant })),
});

/** What was read out and said yes to before a debit. */
const LifeAgreement = z.object({
  agreedAt: Instant,
  payerName: z.string(),
  language: z.enum(['en', 'es']),
  wordingVersion: z.string(),
  debitOn: CalendarDate,
  recordingReference: z.string(),
  acknowledged: z.array(z.string()),
});

const LifeEntry = z.object({
  event: z.string(),
  enteredAt: Instant,
  lines: z.array(
    z.object({
      ledgerAccount: LedgerAccount,
      accountNumber: z.string().nullable(),
      description: z.string().nullable(),
      debitCents: Cents,
      creditCents: Cents,
    }),
  ),
});

/** The file, batch and entry in which a debit went to its bank. */
const LifeBatch = z.object({
  fileId: z.uuid(),
  businessDay: CalendarDate,
  modifier: z.string(),
  batchNumber: z.int(),
  secCode: z.string(),
  trace: z.string(),
  settlesOn: CalendarDate,
  handedOverAt: Instant.nullable(),
  returnedAt: Instant.nullable(),
  returnCode: z.string().nullable(),
});

const LifeException = z.object({
  kind: ExceptionKind,
  /** Says more where there is more to say: of a return its code. */
  about: z.string().nullable(),
  /** In the bank's words. */
  reason: z.string().nullable(),
  openedAt: Instant,
  resolvedAt: Instant.nullable(),
  resolvedWhy: ExceptionEnd.nullable(),
  resolvedByName: z.string().nullable(),
  resolution: z.string().nullable(),
});

/** One payment's whole life, as far as the backend knows of it. */
export const PaymentLife = z.object({
  payment: SearchedPayment,
  /** Which workstation took it; null for what arrived by itself. */
  workstationId: z.uuid().nullable(),
  history: PaymentHistory,
  call: LifeCall.nullable(),
  verification: LifeVerification.nullable(),
  agreement: LifeAgreement.nullable(),
  override: z.object({ at: Instant, byName: z.string(), reason: z.string() }).nullable(),
  ledger: z.array(LifeEntry),
  batch: LifeBatch.nullable(),
  exceptions: z.array(LifeException),
  /** On which business day which run moved it on. */
  runs: z.array(z.object({ kind: z.string(), businessOn: CalendarDate })),
  /** Who looked at the payer's payments or bill, from the day it was taken: the latest first. */
  looks: z
    .array(
      z.object({
        at: Instant,
        name: z.string(),
        action: z.string(),
        reason: z.string().nullable(),
        onThisCall: z.boolean(),
      }),
    )
    .max(MOST_LOOKS),
});
export type PaymentLife = z.infer<typeof PaymentLife>;

export const paymentLifeRoutes = {
  paymentLife: route({
    method: 'GET',
    path: '/v1/payments/:key/life',
    summary:
      'Everything that is known of one payment, from the call to the ledger and who looked; kept as an access',
    params: z.object({ key: AttemptKey }),
    status: 200,
    reply: PaymentLife,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'payment_not_found'],
  }),
};
