import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';

/** Every way in which the backend refuses, with the HTTP status that goes with it (RFC 9457). */
export const problemStatus = {
  bad_request: 400,
  signed_out: 401,
  bad_credentials: 401,
  not_allowed: 403,
  not_verified: 403,
  not_found: 404,
  patient_not_found: 404,
  payment_not_found: 404,
  exception_not_found: 404,
  verification_not_found: 404,
  verification_closed: 409,
  record_locked: 423,
  sign_in_locked: 423,
  user_switched_off: 403,
  account_held: 409,
  amount_over_balance: 422,
  allocation_mismatch: 422,
  duplicate_suspected: 409,
  key_reused: 409,
  key_abandoned: 409,
  retry_refused: 409,
  not_voidable: 409,
  too_late_to_void: 409,
  still_in_flight: 409,
  outcome_approved: 409,
  outcome_declined: 409,
  outcome_not_charged: 409,
  card_in_reason: 422,
  arrival_matched: 409,
  nothing_billed: 422,
  void_instead: 409,
  not_settled_yet: 409,
  not_refundable: 409,
  refund_over_paid: 422,
  refund_open: 409,
  refund_not_found: 404,
  own_refund: 403,
  decided_approved: 409,
  decided_declined: 409,
  trace_too_early: 409,
  not_traceable: 409,
  trace_open: 409,
  dispute_open: 409,
  no_receipt: 409,
  card_refused: 422,
  token_unknown: 422,
  routing_number_wrong: 422,
  bank_unknown: 422,
  bank_account_blocked: 422,
  authorisation_incomplete: 422,
  authorisation_amount_differs: 422,
  authorisation_outdated: 422,
  debit_date_past: 422,
  debit_date_closed: 422,
  debit_date_too_far: 422,
  cursor_refused: 410,
  scope_changed: 409,
  wipe_ordered: 410,
  authorisation_not_found: 404,
  method_not_found: 404,
  authorisation_ended: 409,
  autopay_exists: 409,
  already_taken: 409,
  date_not_in_future: 422,
  date_banks_closed: 422,
  date_beyond_a_year: 422,
  series_too_short: 422,
  series_too_long: 422,
  protocol_mismatch: 426,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export const ProblemCode = z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]);

/**
 * Problem details. `detail` is one sentence that can be shown; `field` names the input at fault. What
 * was sent is never repeated here. `retryAfterSeconds`, also sent as the header Retry-After, says how
 * long asking again cannot help; `openFrom` the first day on which it can.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: ProblemCode,
  field: z.string().optional(),
  retryAfterSeconds: z.int().positive().optional(),
  openFrom: CalendarDate.optional(),
});
export type Problem = z.infer<typeof Problem>;
