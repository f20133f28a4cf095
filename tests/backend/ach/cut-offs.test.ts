import { describe, expect, it, test } from 'vitest';
import { banksAndZones, lastCutOff } from '#backend/ach/originate/cut-offs.ts';

const groups = banksAndZones();

function lastOf(region: string, instant: string) {
  const group = groups.find(each => each.regions.some(code => code === region));
  if (!group) throw new Error(`${region} has no bank`);
  const { businessDay, at, settlesOn } = lastCutOff(group, Date.parse(instant));
  return [businessDay, at, settlesOn];
}

test('every region has one bank and zone; Washington has a bank of its own', () => {
  expect(groups.map(({ originator, regions }) => [originator.odfiRouting, regions])).toEqual([
    ['129900007', ['NCAL', 'SCAL', 'NW']],
    ['129900007', ['CO']],
    ['129900007', ['GA', 'MAS']],
    ['129900007', ['HI']],
    ['125900001', ['WA']],
  ]);
});

describe('the last cut-off', () => {
  it.each([
    [
      'directly after it',
      'NCAL',
      '2026-11-24T17:00-08:00',
      ['2026-11-24', '2026-11-25T01:00:00.000Z', '2026-11-25'],
    ],
    [
      'directly before it',
      'NCAL',
      '2026-11-24T16:59-08:00',
      ['2026-11-23', '2026-11-24T01:00:00.000Z', '2026-11-25'],
    ],
    [
      'in Hawaii at the same instant',
      'HI',
      '2026-11-24T17:00-08:00',
      ['2026-11-23', '2026-11-24T03:00:00.000Z', '2026-11-25'],
    ],
    [
      'over Thanksgiving',
      'GA',
      '2026-11-25T17:30-05:00',
      ['2026-11-25', '2026-11-25T22:00:00.000Z', '2026-11-27'],
    ],
    [
      'on a Sunday',
      'CO',
      '2026-11-29T12:00-07:00',
      ['2026-11-27', '2026-11-28T00:00:00.000Z', '2026-11-30'],
    ],
    [
      'before the clocks go forward',
      'GA',
      '2026-03-06T18:00-05:00',
      ['2026-03-06', '2026-03-06T22:00:00.000Z', '2026-03-09'],
    ],
    [
      'after the clocks went forward',
      'GA',
      '2026-03-09T18:00-04:00',
      ['2026-03-09', '2026-03-09T21:00:00.000Z', '2026-03-10'],
    ],
  ])('%s', (_when, region, instant, expected) => {
    expect(lastOf(region, instant)).toEqual(expected);
  });
});
