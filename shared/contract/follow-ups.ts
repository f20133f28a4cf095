import { z } from 'zod';
import { PaymentMethod } from '../billing/payment-method.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { AchToDo, FollowUpOutcome } from './ach-exceptions.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

/** The most that are listed at once, what is due first coming first. */
export const MOST_FOLLOW_UPS = 200;

/** Something that came back or could not be sent, about which a representative calls. */
export const FollowUp = z.object({
  id: z.uuid(),
  kind: z.enum(['return', 'notice', 'not_sent']),
  /** R01 to R85 or C01 to C14; null for what has none. */
  code: z.string().nullable(),
  /** The code in plain words, or why it was not sent. */
  reason: z.string(),
  toDo: AchToDo,
  openedAt: Instant,
  /** A business day on the guarantor's calendar. */
  dueOn: CalendarDate,
  isOverdue: z.boolean(),
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  /** Whose care it was for, where that is somebody else. */
  patientNames: z.array(z.string()),
  payment: z.object({
    key: AttemptKey,
    method: PaymentMethod,
    amountCents: PositiveCents,
    takenAt: Instant,
    confirmation: z.string().nullable(),
  }),
  /** Who is at it; null while nobody is. */
  takenBy: z.object({ name: z.string(), at: Instant, isYou: z.boolean() }).nullable(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** What was done and how, in words that stay. */
export const FollowUpDone = z.strictObject({
  outcome: FollowUpOutcome,
  note: z.string().trim().min(3).max(500),
});
export type FollowUpDone = z.infer<typeof FollowUpDone>;

const byId = z.object({ id: z.uuid() });
const refusals = [
  'signed_out',
  'not_allowed',
  'follow_up_not_found',
  'follow_up_done',
  'follow_up_taken',
] as const satisfies ProblemCode[];

/** The worklist of representatives, in their regions. `follow_up_taken` says in `heldBy` who has it. */
export const followUpRoutes = {
  followUps: route({
    method: 'GET',
    path: '/v1/follow-ups',
    summary:
      'Debits that came back or were not sent and about which somebody has to call, the most urgent first',
    status: 200,
    reply: z.object({ followUps: z.array(FollowUp).max(MOST_FOLLOW_UPS) }),
    problems: ['signed_out', 'not_allowed'],
  }),
  followUpCount: route({
    method: 'GET',
    path: '/v1/follow-ups/count',
    summary:
      'How many of them are open, overdue and taken by whoever asks; tells nothing of anybody',
    status: 200,
    reply: z.object({ open: z.int().min(0), overdue: z.int().min(0), yours: z.int().min(0) }),
    problems: ['signed_out', 'not_allowed'],
  }),
  takeFollowUp: route({
    method: 'PUT',
    path: '/v1/follow-ups/:id/taker',
    summary: 'Take it, so that nobody else calls too. Again changes nothing',
    params: byId,
    status: 200,
    reply: FollowUp,
    problems: ['bad_request', ...refusals],
  }),
  putBackFollowUp: route({
    method: 'DELETE',
    path: '/v1/follow-ups/:id/taker',
    summary: 'Put back what one has taken. Again changes nothing',
    params: byId,
    status: 200,
    reply: FollowUp,
    problems: ['bad_request', ...refusals],
  }),
  finishFollowUp: route({
    method: 'PUT',
    path: '/v1/follow-ups/:id/outcome',
    summary: 'Say what was done; it leaves the list. Again changes nothing',
    params: byId,
    body: FollowUpDone,
    status: 200,
    reply: z.object({ id: z.uuid(), doneAt: Instant, outcome: FollowUpOutcome, note: z.string() }),
    problems: ['bad_request', 'card_in_reason', ...refusals],
  }),
};
