import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';

/** How far this desk's copy of the backend's records is. */
export const SyncState = z.object({
  /**
   * `off`: nobody is signed in who has one. `pulling`: the first full copy is being made. `paused`: it was
   * interrupted by hand. `current`: everything up to `asOf` is here. `behind`: the backend cannot be asked.
   * `other_version`: the backend's rows are newer than this desk understands. `full`: the copy has reached
   * its bound, the rest is asked of the backend.
   */
  phase: z.enum(['off', 'pulling', 'paused', 'current', 'behind', 'other_version', 'full']),
  /** Guarantors pulled and to be pulled. */
  done: z.int(),
  total: z.int(),
  /** Guarantors a second over the last seconds; 0 unless pulling. */
  perSecond: z.number(),
  /** The copy holds everything the backend had settled at this instant. */
  asOf: Instant.nullable(),
  /** Rows that were not understood and were left out, and the last one's entity and fault. */
  refused: z.object({ count: z.int(), last: z.string().nullable() }),
  /**
   * What keeps the copy from going on besides a backend that is away. `disk_full`, `file_busy`: its file
   * cannot be written. `file_damaged`: it was made anew again and again. `feed_in_circles`: the backend
   * gives the same pages again and again.
   */
  trouble: z.enum(['disk_full', 'file_busy', 'file_damaged', 'feed_in_circles']).nullable(),
});
export type SyncState = z.infer<typeof SyncState>;

/** Nobody is signed in who has a copy. */
export const noSync: SyncState = {
  phase: 'off',
  done: 0,
  total: 0,
  perSecond: 0,
  asOf: null,
  refused: { count: 0, last: null },
  trouble: null,
};
