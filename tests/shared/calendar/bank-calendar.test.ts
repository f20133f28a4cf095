import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  beforeCutOff,
  businessDayOf,
  businessDaysAfter,
  businessDaysBefore,
  isBusinessDay,
  postingDate,
} from '#shared/calendar/bank-calendar.ts';
import { cardSettlesOn, cardsPostedBy } from '#shared/calendar/card-settlement.ts';
import { addDays, type CalendarDate, daysBetween, type Instant } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';

const day = (text: string) => text as CalendarDate;
const at = (text: string) => new Date(text).toISOString() as Instant;
const pacific = regions.NCAL.timeZone;

describe('the bank calendar follows the Federal Reserve’s K.8 schedule', () => {
  test.each(['2026-11-26', '2026-12-25', '2026-01-01', '2027-07-05'])('%s is a holiday', date => {
    expect(isBusinessDay(day(date))).toBe(false);
  });

  test.each([
    ['2026-07-03', 'Independence Day 2026 is a Saturday'],
    ['2027-06-18', 'Juneteenth 2027 is a Saturday'],
    ['2027-12-24', 'Christmas 2027 is a Saturday'],
  ])('%s is open: %s and the Friday before stays open', date => {
    expect(isBusinessDay(day(date))).toBe(true);
  });

  it('weekends are closed', () => {
    expect(isBusinessDay(day('2026-11-21'))).toBe(false);
    expect(isBusinessDay(day('2026-11-22'))).toBe(false);
    expect(isBusinessDay(day('2026-11-23'))).toBe(true);
  });

  it('the business day after the Wednesday before Thanksgiving is the Friday', () => {
    expect(businessDaysAfter(day('2026-11-25'), 1)).toBe('2026-11-27');
    expect(businessDaysAfter(day('2026-11-25'), 2)).toBe('2026-11-30');
  });

  it('counting business days always lands on one, the right number of them later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 1, max: 20 }),
        (offset, count) => {
          const from = addDays(day('2026-01-05'), offset);
          const to = businessDaysAfter(from, count);
          const between = Array.from({ length: daysBetween(from, to) }, (_, index) =>
            addDays(from, index + 1),
          );
          expect(between.filter(isBusinessDay)).toHaveLength(count);
          expect(isBusinessDay(to)).toBe(true);
        },
      ),
    );
  });
});

describe('the cut-off is at five in the afternoon of the region’s own zone', () => {
  test.each([
    ['Los Angeles', 'NCAL', '2026-11-23T16:59:59-08:00', '2026-11-23T17:00:00-08:00'],
    ['Denver', 'CO', '2026-11-23T16:59:59-07:00', '2026-11-23T17:00:00-07:00'],
    ['New York', 'GA', '2026-11-23T16:59:59-05:00', '2026-11-23T17:00:00-05:00'],
    ['Honolulu', 'HI', '2026-11-23T16:59:59-10:00', '2026-11-23T17:00:00-10:00'],
  ] as const)('in %s', (_, region, before, after) => {
    const { timeZone } = regions[region];
    expect(businessDayOf(timeZone, at(before))).toBe('2026-11-23');
    expect(businessDayOf(timeZone, at(after))).toBe('2026-11-24');
  });

  it('one instant may be before the cut-off in Honolulu and after it in New York', () => {
    const taken = at('2026-11-24T00:30:00Z');
    expect(businessDayOf(regions.HI.timeZone, taken)).toBe('2026-11-23');
    expect(businessDayOf(regions.GA.timeZone, taken)).toBe('2026-11-24');
  });

  it('moves with daylight saving: the same UTC hour is before it in winter and at it in summer', () => {
    expect(businessDayOf(pacific, at('2026-03-06T00:30:00Z'))).toBe('2026-03-05');
    expect(businessDayOf(pacific, at('2026-03-10T00:30:00Z'))).toBe('2026-03-10');
    expect(businessDayOf(pacific, at('2026-10-30T00:30:00Z'))).toBe('2026-10-30');
    expect(businessDayOf(pacific, at('2026-11-03T00:30:00Z'))).toBe('2026-11-02');
  });

  it('Hawaii keeps the same hour all year', () => {
    expect(businessDayOf(regions.HI.timeZone, at('2026-07-07T02:59:00Z'))).toBe('2026-07-06');
    expect(businessDayOf(regions.HI.timeZone, at('2026-12-08T02:59:00Z'))).toBe('2026-12-07');
  });
});

describe('a phone payment posts within one business day', () => {
  test.each([
    ['on a Monday morning: Tuesday', '2026-11-23T10:00:00-08:00', '2026-11-24'],
    ['on a Monday after the cut-off: Wednesday', '2026-11-23T17:05:00-08:00', '2026-11-25'],
    [
      'on a Saturday: it belongs to Monday and posts on Tuesday',
      '2026-11-21T10:00:00-08:00',
      '2026-11-24',
    ],
    ['on the eve of Thanksgiving: Friday', '2026-11-25T10:00:00-08:00', '2026-11-27'],
    ['on the Friday before Christmas 2026', '2026-12-24T10:00:00-08:00', '2026-12-28'],
  ])('taken %s', (_, taken, posts) => {
    expect(postingDate(pacific, at(taken))).toBe(posts);
  });

  it('may be voided until the cut-off of the business day it belongs to, and not a second later', () => {
    const taken = at('2026-11-20T18:00:00-08:00');
    expect(beforeCutOff(pacific, taken, at('2026-11-23T16:59:59-08:00'))).toBe(true);
    expect(beforeCutOff(pacific, taken, at('2026-11-23T17:00:00-08:00'))).toBe(false);
  });
});

describe('a card payment is in the bank two business days after it posts', () => {
  test.each([
    ['over Thanksgiving', '2026-11-24', '2026-11-27'],
    ['over a weekend', '2026-11-27', '2026-12-01'],
    ['over the end of a year', '2026-12-30', '2027-01-04'],
    ['over a leap day', '2028-02-28', '2028-03-01'],
  ])('%s', (_, posted, settled) => {
    expect(cardSettlesOn(day(posted))).toBe(settled);
    expect(cardsPostedBy(day(settled))).toBe(posted);
  });

  it('whatever posts is in the bank on its day, and no day before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), offset => {
        const posted = businessDaysAfter(addDays(day('2026-01-05'), offset), 1);
        const settled = cardSettlesOn(posted);
        expect(cardsPostedBy(settled) >= posted).toBe(true);
        expect(cardsPostedBy(businessDaysBefore(settled, 1)) < posted).toBe(true);
      }),
    );
  });
});
