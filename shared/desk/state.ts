import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { DeskUser } from '../contract/session.ts';
import { SyncState } from './sync-state.ts';

export const BackendStanding = z.enum([
  'connecting',
  'reachable',
  'unreachable',
  'other_protocol',
  'nonsense',
]);
export type BackendStanding = z.infer<typeof BackendStanding>;

/** Whether nothing can be asked of the backend now; `connecting` is not known yet. */
export function isAway(
  standing: BackendStanding,
): standing is Exclude<BackendStanding, 'reachable' | 'connecting'> {
  return standing !== 'reachable' && standing !== 'connecting';
}

/** What the status line shows, whatever the page. */
export const DeskState = z.object({
  version: z.string(),
  sandbox: z.boolean(),
  /** How far a sandbox was moved ahead of the real time, in ms; the desk's dates are its. 0 at any other desk. */
  aheadMs: z.int().nonnegative(),
  backend: BackendStanding,
  /** Since when it stands like that. */
  backendSince: Instant,
  user: DeskUser.nullable(),
  locked: z.boolean(),
  /** What this desk still owes the backend. */
  unsent: z.object({ count: z.int(), oldestAt: Instant.nullable() }),
  /** Attempts whose outcome is still open, on whatever call. */
  openAttempts: z.int(),
  /** The cache was damaged or foreign and was rebuilt at this start. */
  cacheRebuilt: z.boolean(),
  /** How far this desk's copy of the records is. */
  sync: SyncState,
});
export type DeskState = z.infer<typeof DeskState>;
