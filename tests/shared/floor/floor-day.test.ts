import { expect, it } from 'vitest';
import type { Instant } from '#shared/calendar/dates.ts';
import { floorDay } from '#shared/floor/floor-day.ts';
import { averageOf, percentOf } from '#shared/floor/shares.ts';

it('the floor is on the date of its region, of several on the earliest', () => {
  const at = '2026-11-02T05:30:00.000Z' as Instant;
  expect(floorDay(['GA'], at)).toBe('2026-11-02');
  expect(floorDay(['NCAL'], at)).toBe('2026-11-01');
  expect(floorDay(['GA', 'NCAL', 'HI'], at)).toBe('2026-11-01');
  expect(() => floorDay([], at)).toThrow(RangeError);
});

it('a part of nothing has no percent, and no calls have no average', () => {
  expect(percentOf(1, 3)).toBe(33);
  expect(percentOf(0, 5)).toBe(0);
  expect(percentOf(0, 0)).toBeNull();
  expect(averageOf(200, 3)).toBe(67);
  expect(averageOf(0, 0)).toBeNull();
});
