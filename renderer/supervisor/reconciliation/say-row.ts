import { useTranslation } from 'react-i18next';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { zoneClock } from '#shared/calendar/zone-time.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { ReconciledRow } from '#shared/reconciliation/day.ts';
import { sayStage } from '#shared/reconciliation/say-day.ts';

type Row = Pick<ReconciledRow, 'stage' | 'method' | 'batch'>;

/** What a row of a day is called, in its parts and whole. */
export function useRowWords() {
  const { t, i18n } = useTranslation(['reconciliation', 'search']);
  const stage = (row: Omit<Row, 'batch'>) => sayStage(i18n, row);
  const method = (of: Row['method']) => t(`search:methods.${of}`);
  return {
    stage,
    method,
    whole: (row: Row) =>
      row.batch === null
        ? t('rowNoBatch', { stage: stage(row), method: method(row.method) })
        : t('row', { stage: stage(row), method: method(row.method), batch: row.batch }),
  };
}

/** An instant on the region's clock with its date: `November 24, 17:00 PST`. */
export function sayMoment(region: RegionCode, at: Instant, today?: CalendarDate): string {
  const { timeZone } = regions[region];
  return `${sayDate('en', dateIn(timeZone, at), today)}, ${zoneClock(at, timeZone)}`;
}
