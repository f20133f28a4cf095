import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { AchParts } from '../ach/ach-parts.ts';
import type { Database } from '../database/connect.ts';
import type { CardProcessor } from '../processor/port.ts';
import type { Post } from '../receipts/post.ts';

/** What a run is given to work with. */
export interface RunParts {
  readonly db: Database;
  readonly processor: CardProcessor;
  /** Takes notices and written copies to people. */
  readonly post: Post;
  /** The bank files, by a clock: a sandbox that is moved has one of its own. */
  readonly openAch: (clock: () => number) => AchParts;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How long a run is left to a server that says nothing of it. */
  readonly leaseMs: number;
  /** How many rows a step writes in one transaction. */
  readonly pieceSize: number;
}

/** The business day a run is for, in the region's own zone. */
export interface RunDay {
  readonly region: RegionCode;
  readonly today: CalendarDate;
  /** When it began; a later day than `today` where a run that was missed or left in the middle is done. */
  readonly now: Instant;
}

export interface RunProgress {
  readonly done: number;
  readonly total: number;
}

/** What the whole run did, whoever began it: read from the rows, not counted along the way. */
export interface RunResult {
  readonly done: number;
  readonly cents: number;
  /** By how much the ledger's lines differ from `cents`, where the step has lines of its own. */
  readonly differenceCents?: number;
}

/**
 * One kind of run; `steps.ts` lists them in the order of a day. A step
 * - does everything that is due up to and including `today`, so that a day nobody worked is caught up with;
 * - works in small transactions, and finds what is left by its rows, so that it can be killed anywhere and
 *   started again, by this server or another;
 * - makes sure by its rows, under their locks (FOR NO KEY UPDATE, so that a ledger entry may refer to them), that each thing is done once: the lease spares work, it
 *   proves nothing, and a server that was taken for dead may still be writing;
 * - may find the run begun by somebody else, and answers for all of it.
 */
export interface RunStep {
  /** Lower case and underscores; never changed once released, it is the key of what was done. */
  readonly kind: string;
  /** The hour on the region's clock, 0 to 23, from which it may begin on each business day. */
  readonly fromHour: number;
  run(parts: RunParts, day: RunDay, report: (progress: RunProgress) => void): Promise<RunResult>;
}
