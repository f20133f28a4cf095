import { describe, expect, it, test } from 'vitest';
import { openBetween, openNow } from '#backend/runs/openings.ts';
import type { RunStep } from '#backend/runs/run-step.ts';
import type { Instant } from '#shared/calendar/dates.ts';

const step = (fromHour: number): RunStep => ({
  kind: `from_${fromHour}`,
  fromHour,
  run: async () => ({ done: 0, cents: 0 }),
});
const at = (text: string) => new Date(text).toISOString() as Instant;
const ms = (text: string) => Date.parse(text);
const daysIn = (region: string, from: string, until: string, hour = 0) =>
  openBetween([step(hour)], ms(from), ms(until))
    .filter(opening => opening.region === region)
    .map(({ today, opensAtMs }) => [today, new Date(opensAtMs).toISOString()]);

describe('a run may begin on a business day from its hour in the region’s own zone', () => {
  const open = (now: string, hour = 17) =>
    openNow([step(hour)], at(now))
      .filter(({ region }) => region === 'GA' || region === 'HI')
      .map(({ region, today }) => `${region} ${today}`);

  it('in Georgia before Hawaii, and in neither a second too early', () => {
    const before = ['GA 2026-11-20', 'HI 2026-11-20'];
    expect(open('2026-11-23T16:59:59-05:00')).toEqual(before);
    expect(open('2026-11-23T17:00:00-05:00')).toEqual(['GA 2026-11-23', 'HI 2026-11-20']);
    expect(open('2026-11-23T16:59:59-10:00')).toEqual(['GA 2026-11-23', 'HI 2026-11-20']);
    expect(open('2026-11-23T17:00:00-10:00')).toEqual(['GA 2026-11-23', 'HI 2026-11-23']);
  });

  test.each([
    ['a Saturday', '2026-11-21T12:00:00-08:00', '2026-11-20'],
    ['a Sunday', '2026-11-22T12:00:00-08:00', '2026-11-20'],
    ['Thanksgiving', '2026-11-26T12:00:00-08:00', '2026-11-25'],
    ['Christmas', '2026-12-25T12:00:00-08:00', '2026-12-24'],
    ['the night after, for a server that was away', '2026-12-01T00:30:00-10:00', '2026-11-30'],
  ])('on %s only what is left of the business day before', (_, now, day) => {
    expect(open(now)).toEqual([`GA ${day}`, `HI ${day}`]);
  });
});

describe('between two moments each business day opens once', () => {
  it('across the night in which clocks go forward and the one in which they go back', () => {
    expect(daysIn('NCAL', '2026-03-06T12:00:00-08:00', '2026-03-10T12:00:00-07:00', 17)).toEqual([
      ['2026-03-06', '2026-03-07T01:00:00.000Z'],
      ['2026-03-09', '2026-03-10T00:00:00.000Z'],
    ]);
    expect(daysIn('GA', '2026-10-30T00:00:00-04:00', '2026-11-03T00:00:00-05:00', 17)).toEqual([
      ['2026-10-30', '2026-10-30T21:00:00.000Z'],
      ['2026-11-02', '2026-11-02T22:00:00.000Z'],
    ]);
  });

  it('in Hawaii at the same hour of the day all year', () => {
    expect(daysIn('HI', '2026-03-06T00:00:00-10:00', '2026-03-09T23:00:00-10:00', 6)).toEqual([
      ['2026-03-06', '2026-03-06T16:00:00.000Z'],
      ['2026-03-09', '2026-03-09T16:00:00.000Z'],
    ]);
  });

  it('over the end of a month of 31 days, of a year, and over a leap day', () => {
    const dates = (from: string, until: string) =>
      daysIn('CO', `${from}T00:00:00Z`, `${until}T00:00:00Z`).map(([today]) => today);
    expect(dates('2026-08-28', '2026-09-02')).toEqual(['2026-08-28', '2026-08-31', '2026-09-01']);
    expect(dates('2026-12-31', '2027-01-05')).toEqual(['2026-12-31', '2027-01-04']);
    expect(dates('2028-02-28', '2028-03-02')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(dates('2027-02-26', '2027-03-02')).toEqual(['2027-02-26', '2027-03-01']);
  });

  it('soonest first, and never twice over neighbouring stretches', () => {
    const noon = (day: number) => ms(`2026-11-${day}T12:00:00Z`);
    const steps = [step(0), step(6)];
    const whole = openBetween(steps, noon(20), noon(30));
    const inParts = [
      ...openBetween(steps, noon(20), noon(24)),
      ...openBetween(steps, noon(24), noon(30)),
    ];
    expect(inParts).toEqual(whole);
    const moments = whole.map(({ opensAtMs }) => opensAtMs);
    expect(moments).toEqual(moments.toSorted((left, right) => left - right));
  });
});
