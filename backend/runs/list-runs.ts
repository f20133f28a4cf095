import { sql } from 'kysely';
import { isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import { type CalendarDate, dateIn, type Instant, instantOf } from '#shared/calendar/dates.ts';
import { RUN_DAYS_AT_ONCE, Run, type RunDayShown } from '#shared/contract/runs.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { openingOn } from './openings.ts';
import type { RunStep } from './run-step.ts';

interface Asked {
  readonly regions: readonly RegionCode[];
  readonly before: CalendarDate | undefined;
  readonly now: Instant;
}

type Dated = Run & { readonly businessOn: CalendarDate };

async function latestDays(db: Database, { regions: theirs, before }: Asked) {
  const { rows } = await sql<{ day: CalendarDate }>`
    SELECT DISTINCT business_on AS day FROM run
    WHERE region = ANY (${theirs}) AND (${before ?? null}::date IS NULL OR business_on < ${before ?? null}::date)
    ORDER BY business_on DESC LIMIT ${RUN_DAYS_AT_ONCE + 1}`.execute(db);
  return rows.map(({ day }) => day);
}

/** A lease is counted by the database's own clock, which nobody moves. */
async function begun(
  db: Database,
  days: readonly CalendarDate[],
  theirs: readonly RegionCode[],
): Promise<Dated[]> {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT kind, region, business_on AS "businessOn", NULL AS "opensAt", started_at AS "startedAt",
      finished_at AS "finishedAt", starts, done_count AS done, total_count AS total, cents,
      difference_cents AS "differenceCents",
      CASE WHEN state = 'done' THEN 'done' WHEN claimed_until > clock_timestamp() THEN 'running' ELSE 'stopped' END AS state
    FROM run WHERE business_on = ANY (${days}::date[]) AND region = ANY (${theirs})`.execute(db);
  return rows.map(row => ({ ...Run.parse(row), businessOn: row.businessOn as CalendarDate }));
}

const nobodyYet = {
  state: 'waiting',
  startedAt: null,
  finishedAt: null,
  starts: 0,
  done: 0,
  total: 0,
  cents: null,
  differenceCents: null,
} as const;

/** What today brings in each region and nobody has begun. */
function toCome(steps: readonly RunStep[], { regions: theirs, now }: Asked): Dated[] {
  return theirs.flatMap(region => {
    const businessOn = dateIn(regions[region].timeZone, now);
    if (!isBusinessDay(businessOn)) return [];
    return steps.map(step => {
      const opensAt = instantOf(openingOn(step, region, businessOn).opensAtMs);
      return { ...nobodyYet, kind: step.kind, region, businessOn, opensAt };
    });
  });
}

const nameOf = ({ kind, region, businessOn }: Dated) => `${businessOn} ${region} ${kind}`;

/** The runs of the latest business days of some regions, or of those before one; the steps in a day's order. */
export async function listRuns(
  db: Database,
  steps: readonly RunStep[],
  asked: Asked,
): Promise<{ at: Instant; days: RunDayShown[]; earlier: CalendarDate | null }> {
  const found = await latestDays(db, asked);
  const days = found.slice(0, RUN_DAYS_AT_ONCE);
  const known = await begun(db, days, asked.regions);
  const names = new Set(known.map(nameOf));
  const waiting = asked.before ? [] : toCome(steps, asked).filter(run => !names.has(nameOf(run)));
  const all = [...known, ...waiting];
  const order = new Map(steps.map(({ kind }, at) => [kind, at]));
  const place = ({ kind, region }: Run) =>
    asked.regions.indexOf(region) * 100 + (order.get(kind) ?? 99);
  const shown = [...new Set(all.map(({ businessOn }) => businessOn))].sort().reverse();
  return {
    at: asked.now,
    days: shown.map(businessOn => ({
      businessOn,
      runs: all
        .filter(run => run.businessOn === businessOn)
        .sort((left, right) => place(left) - place(right)),
    })),
    earlier: found.length > RUN_DAYS_AT_ONCE ? (days.at(-1) ?? null) : null,
  };
}
