import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { businessDaysBefore } from '#shared/calendar/bank-calendar.ts';
import { addDays, CalendarDate } from '#shared/calendar/dates.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';

/** No day is older: the organization's books begin later. */
const FIRST_YEAR = '2000';

/** The business day that a typed date means: itself, or the one before it where banks are closed; never one to come. */
function businessDayMeant(typed: string, today: CalendarDate): CalendarDate | undefined {
  const date = CalendarDate.safeParse(typed).data;
  if (!date || date < FIRST_YEAR) return undefined;
  return date < today ? businessDaysBefore(addDays(date, 1), 1) : today;
}

/** Any business day, by its date: Enter goes there, and so does leaving the box. */
export function DayBox({
  day: { businessOn, today },
  onDay,
}: {
  day: ReconciledDay;
  onDay: (day: CalendarDate) => void;
}) {
  const { t } = useTranslation('reconciliation');
  const [typed, setTyped] = useState<string | null>(null);
  function go() {
    const meant = typed === null ? undefined : businessDayMeant(typed, today);
    setTyped(null);
    if (meant && meant !== businessOn) onDay(meant);
  }
  return (
    <TextInput
      size="xs"
      type="date"
      label={t('day')}
      max={today}
      value={typed ?? businessOn}
      onChange={event => setTyped(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Enter') go();
      }}
      onBlur={go}
    />
  );
}
