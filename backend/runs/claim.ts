import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { RunProgress } from './run-step.ts';

export interface RunKey {
  readonly kind: string;
  readonly region: RegionCode;
  readonly today: CalendarDate;
}

/** How a run is told from others, for people and as a key. */
export function nameOfRun({ kind, region, today }: RunKey): string {
  return `${today} ${region} ${kind}`;
}

const leaseUntil = (leaseMs: number) =>
  sql`clock_timestamp() + ${`${leaseMs} milliseconds`}::interval`;

export const isRun = ({ kind, region, today }: RunKey) =>
  sql`business_on = ${today} AND region = ${region} AND kind = ${kind}`;

/** Takes a run that nobody works on; undefined when somebody does, or when it is done. */
export async function claimRun(
  db: Database,
  run: RunKey,
  claim: { readonly owner: string; readonly leaseMs: number; readonly now: Instant },
): Promise<{ startedAt: Instant } | undefined> {
  const { owner, leaseMs, now } = claim;
  const { rows } = await sql<{ startedAt: Instant }>`
    INSERT INTO run (kind, region, business_on, state, started_at, claimed_by, claimed_until)
    VALUES (${run.kind}, ${run.region}, ${run.today}, 'running', ${now}, ${owner}, ${leaseUntil(leaseMs)})
    ON CONFLICT (business_on, region, kind) DO UPDATE
      SET claimed_by = EXCLUDED.claimed_by, claimed_until = EXCLUDED.claimed_until, starts = run.starts + 1
      WHERE run.state = 'running' AND run.claimed_until <= clock_timestamp()
    RETURNING started_at AS "startedAt"`.execute(db);
  return rows[0];
}

/** Says that the run is alive, and how far it is. */
export async function renewRun(
  db: Database,
  run: RunKey,
  { owner, leaseMs, progress }: { owner: string; leaseMs: number; progress: RunProgress },
): Promise<void> {
  await sql`
    UPDATE run SET claimed_until = ${leaseUntil(leaseMs)}, done_count = ${progress.done},
      total_count = ${progress.total}
    WHERE ${isRun(run)} AND state = 'running' AND claimed_by = ${owner}`.execute(db);
}

/** Leaves a run that failed to whoever comes next. */
export async function letGo(db: Database, run: RunKey, owner: string): Promise<void> {
  await sql`
    UPDATE run SET claimed_until = clock_timestamp()
    WHERE ${isRun(run)} AND state = 'running' AND claimed_by = ${owner}`.execute(db);
}

export interface Reconciliation {
  readonly done: number;
  readonly cents: number;
  readonly differenceCents: number;
  readonly line: string;
}

/** Ends a run with its reconciliation; false when another server has taken it over meanwhile. */
export async function finishRun(
  db: Database,
  run: RunKey,
  owner: string,
  now: Instant,
  { done, cents, differenceCents, line }: Reconciliation,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE run SET state = 'done', finished_at = ${now}, done_count = ${done}, total_count = ${done},
      cents = ${cents}, difference_cents = ${differenceCents}, reconciliation = ${line}
    WHERE ${isRun(run)} AND state = 'running' AND claimed_by = ${owner}`.execute(db);
  return numAffectedRows === 1n;
}
