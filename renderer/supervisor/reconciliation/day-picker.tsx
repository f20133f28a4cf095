import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { businessDaysAfter, businessDaysBefore } from '#shared/calendar/bank-calendar.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import { DayBox } from './day-box.tsx';
import classes from './reconciliation.module.css';

/** Which region's business day is looked at: one to the other, and the one to close next. */
export function DayPicker({
  served,
  region,
  day,
  onRegion,
  onDay,
}: {
  /** The regions of whoever looks. */
  served: readonly RegionCode[];
  region: RegionCode;
  day: ReconciledDay | undefined;
  onRegion: (region: RegionCode) => void;
  onDay: (day: CalendarDate) => void;
}) {
  const { t } = useTranslation('reconciliation');
  return (
    <div className={classes.picker}>
      <NativeSelect
        data-focus-first
        size="xs"
        label={t('region')}
        value={region}
        onChange={event => onRegion(RegionCode.parse(event.currentTarget.value))}
        data={served.map(value => ({ value, label: regions[value].name }))}
      />
      {day && (
        <>
          <DayBox day={day} onDay={onDay} />
          <Button
            size="xs"
            variant="default"
            onClick={() => onDay(businessDaysBefore(day.businessOn, 1))}
          >
            {t('earlier')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={day.businessOn >= day.today}
            onClick={() => onDay(businessDaysAfter(day.businessOn, 1))}
          >
            {t('later')}
          </Button>
          {day.next !== day.businessOn && day.next <= day.today && (
            <Button size="xs" variant="subtle" onClick={() => onDay(day.next)}>
              {t('toClose', { day: sayDate('en', day.next, day.today) })}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
