import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { RegionCode } from '../organization/regions.ts';
import { Reason } from '../text/reason.ts';
import { route } from './route.ts';

export const LOOKS_ON_A_PAGE = 100;
/** The most of what stands out that is shown at once; what is beyond is counted. */
export const MOST_PATTERNS = 300;

export const AccessPurpose = z.enum(['call', 'case', 'supervision', 'none']);
export type AccessPurpose = z.infer<typeof AccessPurpose>;

/** What looks are narrowed to. Dates are whole days in the zone of each patient's region; null asks for nothing. */
export const LookFilters = z.strictObject({
  user: z.string().max(64).nullable(),
  /** An MRN, a guarantor ID, or the beginning of a name. */
  patient: z.string().trim().max(120).nullable(),
  from: CalendarDate.nullable(),
  to: CalendarDate.nullable(),
  purpose: AccessPurpose.nullable(),
  /** Only those without a call; null for all. */
  withoutCall: z.literal(true).nullable(),
});
export type LookFilters = z.infer<typeof LookFilters>;

/** Asks for every look. */
export const everyLook: LookFilters = {
  user: null,
  patient: null,
  from: null,
  to: null,
  purpose: null,
  withoutCall: null,
};

/** Whose records were looked at: a patient's, or a whole guarantor's where no patient was named. */
const LookedAt = z.object({
  mrn: z.string().nullable(),
  guarantorId: z.string(),
  name: z.string(),
});

/** One look at a patient's or guarantor's records (45 CFR 164.312(b)). */
export const AccessLook = z.object({
  eventId: z.uuid(),
  at: Instant,
  region: RegionCode,
  userId: z.string(),
  userName: z.string(),
  action: z.string(),
  whom: LookedAt,
  callId: z.uuid().nullable(),
  purpose: AccessPurpose,
  /** What was typed, where the look asked for it. */
  reason: z.string().nullable(),
});
export type AccessLook = z.infer<typeof AccessLook>;

export const AccessPattern = z.enum([
  'family_name',
  'without_call',
  'after_hours',
  'again_and_again',
]);
export type AccessPattern = z.infer<typeof AccessPattern>;

/** By what one thing that stands out is known: when more of it comes, it is listed again. */
export const PatternKey = z.strictObject({
  pattern: AccessPattern,
  userId: z.string().max(64),
  /** An MRN or guarantor ID; empty where it is about nobody in particular. */
  subject: z.string().max(40),
  /** The day, or the Monday of the week. */
  seenOn: CalendarDate,
});
export type PatternKey = z.infer<typeof PatternKey>;

/** Something that stands out, with the numbers of why it is listed. It says what happened, and judges nobody. */
export const ListedPattern = z.object({
  key: PatternKey,
  userName: z.string(),
  /** Null where it is about nobody in particular. */
  subjectName: z.string().nullable(),
  looks: z.int().positive(),
  patients: z.int().positive(),
  /** The middle of the others of the role in a day; null where it is about something else, or nobody else worked. */
  others: z.number().nullable(),
  /** How many of them. */
  colleagues: z.int().nonnegative(),
  /** The parts of a name in common. */
  nameParts: z.array(z.string()),
  /** By the region's clock, the first and the last look: `19:40`. */
  firstAt: z.string(),
  lastAt: z.string(),
  /** Why the hours are none that are worked. */
  hours: z.enum(['weekend', 'holiday', 'early_or_late']).nullable(),
  /** Done by whoever asks: somebody else looks at it. */
  isOwn: z.boolean(),
  review: z
    .object({ byName: z.string(), at: Instant, reason: z.string(), looks: z.int().positive() })
    .nullable(),
});
export type ListedPattern = z.infer<typeof ListedPattern>;

export const accessReviewRoutes = {
  accessLooks: route({
    method: 'POST',
    path: '/v1/access-looks',
    summary: 'Who looked at whom, the latest first, a page at a time; asking is recorded',
    body: z.strictObject({ filters: LookFilters, before: z.string().max(100).nullable() }),
    status: 200,
    reply: z.object({
      looks: z.array(AccessLook).max(LOOKS_ON_A_PAGE),
      earlier: z.string().nullable(),
      /** Who works here, to choose from. */
      users: z.array(z.object({ userId: z.string(), name: z.string() })),
    }),
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'search_date_wrong',
      'search_dates_turned',
      'search_many_names',
      'search_place_unknown',
    ],
  }),
  accessPatterns: route({
    method: 'POST',
    path: '/v1/access-patterns',
    summary:
      'What stands out among the looks of some days, with why it is listed; asking is recorded',
    body: z.strictObject({ from: CalendarDate, to: CalendarDate }),
    status: 200,
    reply: z.object({
      patterns: z.array(ListedPattern).max(MOST_PATTERNS),
      more: z.int().nonnegative(),
      /** From when it was looked: a longer time is cut off. */
      from: CalendarDate,
    }),
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'search_date_wrong',
      'search_dates_turned',
    ],
  }),
  reviewAccess: route({
    method: 'PUT',
    path: '/v1/access-reviews/:reviewId',
    summary:
      'Keep that something which stands out was looked at, and what came of it; again changes nothing',
    params: z.object({ reviewId: z.uuid() }),
    body: z.strictObject({ key: PatternKey, looks: z.int().positive(), reason: Reason }),
    status: 204,
    reply: z.null(),
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'not_found',
      'own_access',
      'card_in_reason',
      'key_reused',
    ],
  }),
};
