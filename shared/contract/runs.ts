import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { Cents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { route } from './route.ts';

/** How many business days one answer tells of. */
export const RUN_DAYS_AT_ONCE = 3;

/**
 * How far a run is. `waiting`: its hour has not come, or nobody has begun it yet. `stopped`: whoever did it failed
 * or fell silent in the middle; the next turn of any server goes on with it.
 */
export const RunState = z.enum(['waiting', 'running', 'stopped', 'done']);
export type RunState = z.infer<typeof RunState>;

/** One kind of work, of one region, for one business day there. */
export const Run = z.object({
  kind: z.string(),
  region: RegionCode,
  state: RunState,
  /** When it may begin, of one that waits. */
  opensAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** How often it was begun: more than once where a server died in the middle. */
  starts: z.int().min(0),
  done: z.int().min(0),
  /** How many there are to do, as far as the run knows yet. */
  total: z.int().min(0),
  /** What was moved, once it has ended. */
  cents: Cents.nullable(),
  /** By how much the ledger's lines differ from that; anything but 0 is a fault. */
  differenceCents: Cents.nullable(),
});
export type Run = z.infer<typeof Run>;

export const RunDayShown = z.object({ businessOn: CalendarDate, runs: z.array(Run) });
export type RunDayShown = z.infer<typeof RunDayShown>;

export const runRoutes = {
  runs: route({
    method: 'GET',
    path: '/v1/runs',
    summary:
      'What is done by the calendar in the asker’s regions: business days before a date, or the latest, newest first',
    query: z.object({ before: CalendarDate.optional() }),
    status: 200,
    reply: z.object({
      /** The backend's clock. */
      at: Instant,
      days: z.array(RunDayShown).max(RUN_DAYS_AT_ONCE + 2),
      /** Ask for the days before this one; null where there are none. */
      earlier: CalendarDate.nullable(),
    }),
    problems: ['signed_out', 'not_allowed'],
  }),
};
