import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** A full pull that a workstation began, as it was then. */
export interface Copy {
  readonly copyId: string;
  /** Guarantors there were. */
  readonly guarantors: number;
  /** The transaction from which on the log holds what the pull may have missed. */
  readonly logFrom: string;
  /** Everything settled by then is in the pull. */
  readonly settledAt: Instant;
}

/** How far back the oldest transaction began that still writes: what commits later may be of then. */
const lagMs = sql<number>`(SELECT coalesce(ceil(extract(epoch FROM now() - least(now(), min(xact_start))) * 1000), 0)
  FROM pg_stat_activity WHERE backend_xid IS NOT NULL)`;

const wipesOf = (workstationId: string) =>
  sql<number>`(SELECT count(*) FROM workstation_wipe WHERE workstation_id = ${workstationId})`;

/**
 * An instant before which everything was settled when the next statement is sent. Asked for by a
 * statement of its own: in the same one, a transaction could end between the snapshot and the look.
 */
export async function settledBy(db: Database, now: number): Promise<Instant> {
  const { rows } = await sql<{ lag: number }>`SELECT ${lagMs} AS lag`.execute(db);
  return instantOf(now - (rows[0]?.lag ?? 0));
}

/** Notes that a workstation begins to copy, which is also what ends its earlier orders to forget. */
export async function beginCopy(
  db: Database,
  person: Person,
  scope: readonly RegionCode[],
  now: number,
): Promise<Copy> {
  const settledAt = await settledBy(db, now);
  const copyId = uuidv7();
  const { workstationId, user } = person;
  const { rows } = await sql<{ guarantors: number; logFrom: string }>`
    INSERT INTO desk_copy (copy_id, feed, workstation_id, user_id, scope, wipes, log_from, guarantors, begun_at, settled_at)
    SELECT ${copyId}, feed_identity(), ${workstationId}, ${user.userId}, ${scope}::text[], ${wipesOf(workstationId)},
      pg_snapshot_xmin(pg_current_snapshot()), (SELECT count(*) FROM guarantor WHERE region = ANY (${scope})),
      ${instantOf(now)}, ${settledAt}
    RETURNING guarantors, log_from::text AS "logFrom"`.execute(db);
  const [begun] = rows;
  if (!begun) throw new Error('A copy was not begun.');
  return { copyId, ...begun, settledAt };
}

/**
 * The copy that a cursor goes on with. Refuses `cursor_refused` when it is not this workstation's or
 * this database's, `scope_changed` and `wipe_ordered` when it must be begun anew.
 */
export async function knownCopy(
  db: Database,
  person: Person,
  scope: readonly RegionCode[],
  copyId: string,
): Promise<Copy> {
  const { rows } = await sql<Copy & { scope: string[]; wiped: boolean }>`
    SELECT copy_id AS "copyId", guarantors, log_from::text AS "logFrom", settled_at AS "settledAt", scope,
      wipes <> ${wipesOf(person.workstationId)} AS wiped
    FROM desk_copy
    WHERE copy_id = ${copyId} AND workstation_id = ${person.workstationId} AND feed = feed_identity()`.execute(
    db,
  );
  const [copy] = rows;
  if (!copy) throw new Refused('cursor_refused');
  if (copy.wiped) throw new Refused('wipe_ordered');
  if (copy.scope.join() !== scope.join()) throw new Refused('scope_changed');
  return copy;
}

export async function finishCopy(db: Database, copyId: string, now: number): Promise<void> {
  await sql`UPDATE desk_copy SET finished_at = ${instantOf(now)}
    WHERE copy_id = ${copyId} AND finished_at IS NULL`.execute(db);
}
