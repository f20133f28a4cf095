import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  ageOn,
  CalendarDate,
  type CalendarDate as Day,
  dateIn,
  daysBetween,
  Instant,
  instantOf,
} from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';

const day = (text: string) => text as Day;

describe('dates', () => {
  test.each(['2026-02-30', '2026-13-01', '20261121', '2026-11-21T00:00:00Z', ''])(
    '%j is refused',
    text => {
      expect(CalendarDate.safeParse(text).success).toBe(false);
    },
  );

  it('an instant without a zone is refused', () => {
    expect(Instant.safeParse('2026-11-21T10:00:00').success).toBe(false);
    expect(Instant.safeParse(instantOf(0)).success).toBe(true);
  });

  it('late in the evening it is tomorrow further east', () => {
    const at = '2026-11-22T06:30:00.000Z' as Instant;
    expect(dateIn('America/Los_Angeles', at)).toBe('2026-11-21');
    expect(dateIn('America/New_York', at)).toBe('2026-11-22');
  });

  it('days are counted over leap days and daylight saving', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(daysBetween(day('2026-10-05'), day('2026-11-21'))).toBe(47);
    expect(daysBetween(day('2026-11-21'), day('2026-10-05'))).toBe(-47);
  });

  it('somebody comes of age on the birthday, not the day before', () => {
    expect(ageOn(day('2008-11-22'), day('2026-11-21'))).toBe(17);
    expect(ageOn(day('2008-11-22'), day('2026-11-22'))).toBe(18);
  });
});

describe('a date is said as people say it', () => {
  test.each([
    ['en', '2026-10-05', 'October 5'],
    ['es', '2026-10-05', '5 de octubre'],
    ['en', '2025-12-28', 'December 28, 2025'],
    ['es', '2025-12-28', '28 de diciembre de 2025'],
    ['en', '2026-01-01', 'January 1'],
  ] as const)('in %s: %s is “%s”', (language, date, said) => {
    expect(sayDate(language, day(date), day('2026-11-21'))).toBe(said);
  });
});
