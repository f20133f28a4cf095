import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { Cents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { DeclineCode } from '../payments/declines.ts';
import { SearchedMethod } from '../search/payment-search.ts';
import { route } from './route.ts';

/** For how many days, today among them, the floor is shown. */
export const FloorDays = z.enum(['7', '30', '90']);
export type FloorDays = z.infer<typeof FloorDays>;

/** How often a desk says that its call is still open. */
export const HOLD_CALL_EVERY_MS = 15_000;
/** A call whose desk has been silent for longer is not counted: it was killed, or has no line. */
export const CALL_SILENT_AFTER_MS = 45_000;

const count = z.int().min(0);

/** Payments that stand (`standingStates`), as the search finds them. */
const Taken = z.object({ method: SearchedMethod, count, cents: Cents });

/** Finished calls, each from its begin to its wrap-up. */
const Handling = z.object({
  calls: count,
  /** All of them together. */
  seconds: count,
  /** Half of them took this or less; null where there were none. */
  medianSeconds: count.nullable(),
});
export type Handling = z.infer<typeof Handling>;

/** One day, each of it in the zone of its region. */
export const FloorDay = z.object({
  on: CalendarDate,
  taken: z.array(Taken),
  cards: z.object({
    /** Card payments that the issuer answered (`answeredStates`). */
    answered: count,
    declined: count,
  }),
  handling: Handling,
  /** Promises whose day it is, without those that a later one replaced. */
  promises: z.object({ kept: count, broken: count, open: count }),
  plans: z.object({
    /** Calls and cases in which a plan was offered, however many were gone through. */
    offered: count,
    /** Those in which one of them was agreed to. */
    agreed: count,
    /** Instalments that were due on the day and had not been paid when their days of grace were over. */
    missed: count,
  }),
});
export type FloorDay = z.infer<typeof FloorDay>;

export const Floor = z.object({
  /** The backend's clock. */
  at: Instant,
  calls: z.object({
    /** Calls that a desk has called open within `CALL_SILENT_AFTER_MS`; one without a line cannot say so. */
    open: count,
    /** Since when the longest of them has been. */
    longestSince: Instant.nullable(),
  }),
  /** Oldest first; the last is today (`floorDay`). */
  days: z.array(FloorDay).min(1),
  /** Payments of today that stand, by the hour of the region's clock in which they were taken. */
  hours: z.array(z.object({ hour: z.int().min(0).max(23), taken: z.array(Taken) })),
  /** Why cards were declined over all the days, most frequent first. */
  declines: z.array(z.object({ code: DeclineCode, count: z.int().positive() })),
});
export type Floor = z.infer<typeof Floor>;

export const floorRoutes = {
  floor: route({
    method: 'GET',
    path: '/v1/floor',
    summary:
      'Calls now, and payments, declines, handling, promises and plans of today and the days before, in the asker’s regions or one of them',
    query: z.object({ region: RegionCode.optional(), days: FloorDays }),
    status: 200,
    reply: Floor,
    problems: ['signed_out', 'not_allowed'],
  }),
  holdCall: route({
    method: 'POST',
    path: '/v1/floor/open/:callId',
    summary:
      'Say that a call is open at this desk, at its begin and every few seconds; its record ends it, and so does silence',
    params: z.object({ callId: z.uuid() }),
    body: z.strictObject({ begunAt: Instant }),
    status: 200,
    reply: z.object({ callId: z.uuid() }),
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
};
