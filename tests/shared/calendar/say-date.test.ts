import { expect, it } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDatesIn } from '#shared/calendar/say-date.ts';

it('the dates in a reason are said as people say them, in their language, and nothing else is changed', () => {
  const why = 'sent to the bank as entry 091000010000001, to settle on 2026-11-20';
  expect(sayDatesIn('en', why)).toBe(
    'sent to the bank as entry 091000010000001, to settle on November 20, 2026',
  );
  expect(sayDatesIn('es', 'el 2026-11-20')).toBe('el 20 de noviembre de 2026');
  expect(sayDatesIn('en', 'on 2026-11-20', '2026-12-01' as CalendarDate)).toBe('on November 20');
  for (const text of ['reference A-2026-11-20', '2026-13-45', '12026-11-20']) {
    expect(sayDatesIn('en', text)).toBe(text);
  }
});
