import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { Cents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { DayCell } from '../reconciliation/cell.ts';
import { DaySum, Finding, ReconciledRow } from '../reconciliation/day.ts';
import { MethodKind, Stage } from '../reconciliation/stages.ts';
import { Reason } from '../text/reason.ts';
import { SearchedPayment } from './payment-search.ts';
import { route } from './route.ts';

/** So many payments of a row's difference are named; of more, how many there are is said. */
export const MOST_FINDINGS = 200;

/** A payment on which the sources differ, with what this backend knows of it. */
export const ShownFinding = Finding.extend({
  /** Null of what somebody else knows and nobody here. */
  paymentKey: AttemptKey.nullable(),
  confirmation: z.string().nullable(),
});
export type ShownFinding = z.infer<typeof ShownFinding>;

export const ShownRow = ReconciledRow.extend({
  /** Names the row in a note. */
  name: z.string(),
  differing: z.int().nonnegative(),
  findings: z.array(ShownFinding).max(MOST_FINDINGS),
});
export type ShownRow = z.infer<typeof ShownRow>;

/** What is said of a row that differs, or of `open` outcomes, by whoever closes the day. */
export const DayNote = z.object({ about: z.string().min(1).max(120), reason: Reason });
export type DayNote = z.infer<typeof DayNote>;

/** What turned out to be wrong with a closed day, dated in the day that was open then. */
export const DayCorrection = z.object({
  correctionId: z.uuid(),
  /** The closed day it is about. */
  businessOn: CalendarDate,
  /** The day it counts in. */
  datedOn: CalendarDate,
  stage: Stage,
  method: MethodKind,
  amountCents: Cents,
  paymentKey: AttemptKey.nullable(),
  reason: z.string(),
  madeAt: Instant,
  madeByName: z.string(),
});
export type DayCorrection = z.infer<typeof DayCorrection>;

export const ClosedDay = z.object({
  closedAt: Instant,
  closedByName: z.string(),
  notes: z.array(DayNote),
  hash: z.string(),
  keyId: z.string(),
  /** Whether the signature is that of what is kept, and the books still say what was signed. */
  holds: z.boolean(),
});
export type ClosedDay = z.infer<typeof ClosedDay>;

export const ReconciledDay = z.object({
  region: RegionCode,
  businessOn: CalendarDate,
  /** What belongs to it: from the cut-off before up to its own. */
  from: Instant,
  until: Instant,
  /** The backend's clock. */
  at: Instant,
  state: z.enum(['running', 'ended', 'closed']),
  /** Whether the card processor has said what it has of the day. */
  processor: z.enum(['answered', 'silent']),
  rows: z.array(ShownRow),
  /** Payments of the day and before whose outcome nobody knows. */
  open: DaySum,
  /** What was seen, to be named when the day is closed: it closes as it was seen, or not at all. */
  seen: z.string(),
  /** The day that this region closes next; it may not be over. */
  next: CalendarDate,
  /** The business day that runs. */
  today: CalendarDate,
  closed: ClosedDay.nullable(),
  /** About this day, or dated in it. */
  corrections: z.array(DayCorrection),
});
export type ReconciledDay = z.infer<typeof ReconciledDay>;

/** As many payments of a sum as one page names. */
export const DAY_PAYMENTS_AT_ONCE = 50;

/** What a payment has in a sum of a day; null of what somebody else knows and nobody here. */
export const DayPayment = z.object({
  ref: z.string(),
  amountCents: Cents,
  payment: SearchedPayment.nullable(),
});
export type DayPayment = z.infer<typeof DayPayment>;

const day = z.object({ region: RegionCode, day: CalendarDate });

export const reconciliationRoutes = {
  reconciledDay: route({
    method: 'GET',
    path: '/v1/regions/:region/business-day',
    summary:
      'A business day of a region as payments, processor, bank and ledger have it: the one asked for, else the next to close',
    params: z.object({ region: RegionCode }),
    query: z.object({ day: CalendarDate.optional() }),
    status: 200,
    reply: ReconciledDay,
    problems: ['signed_out', 'not_allowed', 'day_closed_to_banks'],
  }),
  dayPayments: route({
    method: 'GET',
    path: '/v1/regions/:region/business-days/:day/payments',
    summary:
      'The payments that make one sum of a business day, page by page by their keys, and that sum; kept as an access',
    params: day,
    query: DayCell.extend({
      batch: DayCell.shape.batch.unwrap().optional(),
      after: z.string().max(200).optional(),
    }),
    status: 200,
    reply: z.object({
      sum: DaySum,
      payments: z.array(DayPayment).max(DAY_PAYMENTS_AT_ONCE),
      /** Ask for what follows with this; null where nothing does. */
      next: z.object({ after: z.string() }).nullable(),
    }),
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'day_closed_to_banks',
      'processor_silent',
    ],
  }),
  closeDay: route({
    method: 'POST',
    path: '/v1/regions/:region/business-days/:day/close',
    summary: 'Closes and signs a business day as it was seen, each difference explained; once',
    params: day,
    body: z.strictObject({
      seen: z.string().max(64),
      notes: z.array(DayNote).max(200),
      /** Of whoever signs: they prove once more who they are. */
      password: z.string().min(1).max(200),
    }),
    status: 200,
    reply: ReconciledDay,
    problems: [
      'signed_out',
      'not_allowed',
      'wrong_password',
      'sign_in_locked',
      'user_switched_off',
      'card_in_reason',
      'day_closed_to_banks',
      'day_not_over',
      'day_closed',
      'day_out_of_turn',
      'day_changed',
      'day_unexplained',
      'processor_silent',
      'unavailable',
    ],
  }),
  correctDay: route({
    method: 'PUT',
    path: '/v1/regions/:region/business-days/:day/corrections/:correctionId',
    summary: 'Notes what turned out to be wrong with a closed day, dated in the day that is open',
    params: day.extend({ correctionId: z.uuid() }),
    body: z.strictObject({
      stage: Stage,
      method: MethodKind,
      amountCents: Cents.refine(amount => amount !== 0),
      paymentKey: AttemptKey.nullable(),
      reason: Reason,
    }),
    status: 200,
    reply: DayCorrection,
    problems: [
      'signed_out',
      'not_allowed',
      'card_in_reason',
      'key_reused',
      'payment_not_found',
      'day_not_closed',
    ],
  }),
};
