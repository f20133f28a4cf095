import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { RecordingPause } from '../call/recording-pauses.ts';
import { ExceptionEnd, ExceptionKind } from '../exceptions/exception-kind.ts';
import { Urgency } from '../exceptions/urgency.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { Reason } from '../text/reason.ts';
import { AchException } from './ach-exceptions.ts';
import { UnmatchedArrival } from './arrivals.ts';
import { ScheduledException } from './authorisations.ts';
import { UnknownOutcome } from './exceptions.ts';
import { FoundPatient } from './patients.ts';
import { SearchedPayment } from './payment-search.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';
import { UnpostedPayment } from './traces.ts';

/** As many exceptions as one page of the queue has. */
export const EXCEPTIONS_AT_ONCE = 50;

const Colleague = z.object({ userId: z.string(), name: z.string() });

/** One thing to look after: what, of whom, since when, whose it is, and what became of it. */
export const ExceptionCase = z.object({
  caseId: z.uuid(),
  kind: ExceptionKind,
  /** A code that says more: of the return, of the finding, how it was paid. */
  about: z.string().nullable(),
  guarantorId: GuarantorId.nullable(),
  guarantorName: z.string().nullable(),
  /** Whose clock its times are shown on; null of what is of no region. */
  region: RegionCode.nullable(),
  paymentKey: AttemptKey.nullable(),
  amountCents: PositiveCents.nullable(),
  openedAt: Instant,
  /** How old it is by the bank calendar in the region's zone, where its rule counts so; a late payment from the day it was to post. */
  businessDays: z.int().nonnegative().nullable(),
  owner: Colleague.extend({ since: Instant }).nullable(),
  resolved: z
    .object({
      at: Instant,
      why: ExceptionEnd,
      byName: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
});
export type ExceptionCase = z.infer<typeof ExceptionCase>;

/** What was done about it; nobody's name where it happened by itself. */
const ExceptionEvent = z.object({
  at: Instant,
  kind: z.enum(['opened', 'taken', 'put_back', 'handed_over', 'resolved']),
  byName: z.string().nullable(),
  /** To whom it was handed over, or what made an end of it. */
  about: z.string().nullable(),
  reason: z.string().nullable(),
});

/** What is known of the thing itself, by what it is; null where it is over or in no region of the asker's. */
const ExceptionDetail = z.object({
  outcome: UnknownOutcome.nullable(),
  unposted: UnpostedPayment.nullable(),
  fromBank: AchException.nullable(),
  notTaken: ScheduledException.nullable(),
  arrival: UnmatchedArrival.nullable(),
  /** The payments it is about, the newest first; of a duplicate both. */
  payments: z.array(SearchedPayment).max(2),
  record: FoundPatient.nullable(),
  user: Colleague.extend({ lockedUntil: Instant.nullable() }).nullable(),
  recording: z
    .object({
      reference: z.string(),
      endedAt: Instant,
      byName: z.string(),
      pauses: z.array(RecordingPause),
    })
    .nullable(),
  /** Of a duplicate: who noted, when, that the caller wanted to pay again. */
  confirmed: z.object({ at: Instant, byName: z.string(), callId: z.uuid().nullable() }).nullable(),
  finding: z
    .object({ kind: z.string(), about: z.string(), workstationId: z.uuid().nullable() })
    .nullable(),
});

export const OpenedException = z.object({
  exception: ExceptionCase,
  history: z.array(ExceptionEvent),
  detail: ExceptionDetail,
});
export type OpenedException = z.infer<typeof OpenedException>;

/** Where a page of the queue goes on; what was resolved is in the order of time alone. */
export const ExceptionPlace = z.object({
  afterUrgency: Urgency,
  afterAt: Instant,
  afterId: z.uuid(),
});
export type ExceptionPlace = z.infer<typeof ExceptionPlace>;

export const ExceptionFilter = z.strictObject({
  kind: ExceptionKind.optional(),
  whose: z.enum(['everybodys', 'mine', 'nobodys']),
  standing: z.enum(['open', 'resolved']),
  ...ExceptionPlace.partial().shape,
});

export const ExceptionHandover = z.strictObject({ to: z.string().min(1).max(64), note: Reason });
export const ExceptionResolution = z.strictObject({ reason: Reason });

const ofCase = z.object({ caseId: z.uuid() });
const seen = ['bad_request', 'signed_out', 'not_allowed', 'exception_not_found'] as const;
const worked = [...seen, 'exception_resolved', 'exception_taken'] as const satisfies ProblemCode[];

/**
 * The queue of everything a supervisor looks after, in their regions and of no region. What is done answers with the
 * exception as it then is, and done again changes nothing. `exception_taken` says in `heldBy` who has it.
 */
export const exceptionQueueRoutes = {
  exceptionQueue: route({
    method: 'GET',
    path: '/v1/exceptions',
    summary:
      'One page of what is open, the most urgent first and of those alike the oldest, or of what was resolved, the latest first',
    query: ExceptionFilter,
    status: 200,
    reply: z.object({
      exceptions: z.array(ExceptionCase).max(EXCEPTIONS_AT_ONCE),
      /** Ask for what follows with these; null where nothing does. */
      next: ExceptionPlace.nullable(),
    }),
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
  exceptionCounts: route({
    method: 'GET',
    path: '/v1/exceptions/counts',
    summary: 'How many are open, by kind; how many of them the asker has, and how many nobody',
    status: 200,
    reply: z.object({
      open: z.int().nonnegative(),
      mine: z.int().nonnegative(),
      nobodys: z.int().nonnegative(),
      kinds: z.array(z.object({ kind: ExceptionKind, count: z.int().positive() })),
    }),
    problems: ['signed_out', 'not_allowed'],
  }),
  exception: route({
    method: 'GET',
    path: '/v1/exceptions/:caseId',
    summary: 'One exception with what is known of it and who did what; kept as an access',
    params: ofCase,
    status: 200,
    reply: OpenedException,
    problems: seen,
  }),
  takeException: route({
    method: 'PUT',
    path: '/v1/exceptions/:caseId/owner',
    summary: 'Take an exception, unless somebody has it',
    params: ofCase,
    status: 200,
    reply: ExceptionCase,
    problems: worked,
  }),
  putBackException: route({
    method: 'DELETE',
    path: '/v1/exceptions/:caseId/owner',
    summary: 'Let go of an exception, so that somebody else may take it',
    params: ofCase,
    status: 200,
    reply: ExceptionCase,
    problems: worked,
  }),
  handOverException: route({
    method: 'PUT',
    path: '/v1/exceptions/:caseId/owner/handover',
    summary:
      'Give an exception to a supervisor of its region, or take over what a colleague has, with the reason',
    params: ofCase,
    body: ExceptionHandover,
    status: 200,
    reply: ExceptionCase,
    problems: [...seen, 'exception_resolved', 'colleague_not_found', 'card_in_reason'],
  }),
  exceptionColleagues: route({
    method: 'GET',
    path: '/v1/exceptions/:caseId/colleagues',
    summary: 'The supervisors who may have an exception, whoever has it now left out',
    params: ofCase,
    status: 200,
    reply: z.object({ colleagues: z.array(Colleague) }),
    problems: seen,
  }),
  resolveException: route({
    method: 'PUT',
    path: '/v1/exceptions/:caseId/resolution',
    summary:
      'Put an end to an exception with the reason; refused for what has to come to its own end',
    params: ofCase,
    body: ExceptionResolution,
    status: 200,
    reply: ExceptionCase,
    problems: [...worked, 'exception_stands', 'card_in_reason'],
  }),
};
