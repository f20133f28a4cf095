import { businessDayOf, isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { isInWorkingYears } from '#shared/calendar/working-years.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { CardProcessor } from '../processor/port.ts';
import { closedDay, type KeptDay, nextToClose, SignedDay } from './closed-days.ts';
import { correctionsOf } from './corrections.ts';
import { type RegionDay, regionDay } from './day.ts';
import { proveDay } from './prove-days.ts';
import { showRows } from './show-day.ts';
import { askProcessor } from './theirs.ts';
import { type Weighed, weigh } from './weigh.ts';

export interface ReadParts {
  readonly db: Database;
  readonly processor: CardProcessor;
  readonly clock: () => number;
}

export function refuseNoBusinessDay(day: CalendarDate): void {
  if (!(isInWorkingYears(day) && isBusinessDay(day)))
    throw new Refused('day_closed_to_banks', { field: 'day' });
}

type Found = Pick<ReconciledDay, 'processor' | 'closed'> & Weighed;

/** A closed day is shown as it was signed, whatever others say of it since. */
async function asSigned(db: Database, kept: KeptDay): Promise<Found> {
  const { rows, open, notes } = SignedDay.parse(JSON.parse(kept.content));
  const { closedAt, closedByName, contentHash: hash, keyId } = kept;
  const holds = (await proveDay(db, kept)).length === 0;
  const closed = { closedAt, closedByName, notes, hash, keyId, holds };
  return { rows, open, seen: hash, processor: 'answered', closed };
}

async function asItIs({ db, processor }: Omit<ReadParts, 'clock'>, day: RegionDay): Promise<Found> {
  const lines = await askProcessor(processor, day);
  const weighed = await weigh(db, day, lines ?? []);
  return { ...weighed, processor: lines ? 'answered' : 'silent', closed: null };
}

/** What the sources say of a day: as it was signed, or as it is as long as nobody has closed it. */
export async function findDay(parts: Omit<ReadParts, 'clock'>, day: RegionDay): Promise<Found> {
  const kept = await closedDay(parts.db, day);
  return kept ? asSigned(parts.db, kept) : asItIs(parts, day);
}

/** A business day of a region: the one that is asked for, else the next to close or the one that runs. */
export async function readDay(
  parts: ReadParts,
  region: RegionCode,
  asked: CalendarDate | undefined,
): Promise<{ day: ReconciledDay; guarantorIds: string[] }> {
  const { db, clock } = parts;
  if (asked) refuseNoBusinessDay(asked);
  const at = instantOf(clock());
  const today = businessDayOf(regions[region].timeZone, at);
  const next = await nextToClose(db, region, clock());
  const day = regionDay(region, asked ?? (next < today ? next : today));
  const { rows, open, seen, processor, closed } = await findDay(parts, day);
  const shown = await showRows(db, day, rows);
  const state = closed ? 'closed' : at < day.until ? 'running' : 'ended';
  const corrections = await correctionsOf(db, day);
  return {
    day: {
      ...day,
      at,
      state,
      processor,
      open,
      seen,
      next,
      today,
      closed,
      corrections,
      rows: shown.rows,
    },
    guarantorIds: shown.guarantorIds,
  };
}
