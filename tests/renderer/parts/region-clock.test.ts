import { expect, it } from 'vitest';
import { Instant } from '#shared/calendar/dates.ts';
import { zoneOf } from '../../../renderer/audit/show-taken.ts';
import { showMomentIn } from '../../../renderer/parts/region-clock.tsx';

const at = Instant.parse('2026-11-21T22:02:00.000Z');

it.each([
  ['NCAL', 'November 21 at 14:02 PST', 'PT'],
  ['HI', 'November 21 at 12:02 HST', 'HST'],
  ['MAS', 'November 21 at 17:02 EST', 'ET'],
] as const)(
  'a moment of %s is shown on its clock, which is named, wherever the reader is',
  (region, said, zone) => {
    expect(showMomentIn(region, at)).toBe(said);
    expect(zoneOf(region)).toBe(zone);
  },
);
