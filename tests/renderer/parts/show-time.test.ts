import { expect, it } from 'vitest';
import { instantOf } from '#shared/calendar/dates.ts';
import { ageOf, showElapsed } from '../../../renderer/parts/show-time.ts';

const minute = 60_000;

it('counts a call in minutes and seconds, and in hours when it needs them', () => {
  expect(showElapsed(0)).toBe('00:00');
  expect(showElapsed(252_900)).toBe('04:12');
  expect(showElapsed(64 * minute + 12_000)).toBe('1:04:12');
});

it('tells the age of what is unsent in its largest whole unit', () => {
  const age = (ms: number) => ageOf(instantOf(0), ms);
  expect(age(59_000)).toEqual({ unit: 'moments', count: 0 });
  expect(age(3.5 * minute)).toEqual({ unit: 'minutes', count: 3 });
  expect(age(60 * minute)).toEqual({ unit: 'hours', count: 1 });
  expect(age(50 * 60 * minute)).toEqual({ unit: 'days', count: 2 });
});
