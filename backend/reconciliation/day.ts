import { type RawBuilder, sql } from 'kysely';
import { type BusinessWindow, businessWindow } from '#shared/calendar/business-window.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { DayItem } from '#shared/reconciliation/day.ts';

/** A business day of a region, with the instants that belong to it. */
export interface RegionDay extends BusinessWindow {
  readonly region: RegionCode;
  readonly businessOn: CalendarDate;
}

export function regionDay(region: RegionCode, businessOn: CalendarDate): RegionDay {
  return { region, businessOn, ...businessWindow(regions[region].timeZone, businessOn) };
}

/** How the audit trail names it. */
export const nameOfDay = ({ region, businessOn }: Pick<RegionDay, 'region' | 'businessOn'>) =>
  `${region}/${businessOn}`;

/** Whether a row counts in the day: by its own instant, or dated into it because its own day was closed. */
export function countsIn(at: string, { from, until }: BusinessWindow): RawBuilder<boolean> {
  const [own, late] = [sql.ref(at), sql.ref(`${at.split('.')[0]}.counts_at`)];
  return sql<boolean>`((${own} >= ${from} AND ${own} < ${until} AND ${late} IS NULL)
    OR (${late} >= ${from} AND ${late} < ${until}))`;
}

/** Whether an instant of somebody else's record is of the day. */
export function isWithin(at: string, { from, until }: BusinessWindow): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(at)} >= ${from} AND ${sql.ref(at)} < ${until})`;
}

/** What was here before this backend is in nobody's reports: it was paid to whoever kept the books then. */
export const takenHere = sql<boolean>`payment.source <> 'seeded'`;

export type ItemQuery = RawBuilder<DayItem>;
