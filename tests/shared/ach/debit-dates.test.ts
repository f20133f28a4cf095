import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debitDateFault, debitDates } from '#shared/ach/debit-dates.ts';
import { businessDayOf, businessDaysAfter, isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import { addDays, CalendarDate, dateIn, Instant, instantOf } from '#shared/calendar/dates.ts';

const day = (text: string) => CalendarDate.parse(text);
const zones = ['America/Los_Angeles', 'Pacific/Honolulu', 'America/New_York'];

describe('a debit', () => {
  it('goes to the bank on its own business day and settles on the next, never before the agreed day', () => {
    const moments = fc.integer({
      min: Date.parse('2026-01-02'),
      max: Date.parse('2027-06-30'),
    });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), fc.nat(365), (at, zone, ahead) => {
        const takenAt = instantOf(at);
        const debitOn = addDays(dateIn(zone, takenAt), ahead);
        fc.pre(isBusinessDay(debitOn));
        const { originateOn, effectiveOn } = debitDates(zone, takenAt, debitOn);
        expect(isBusinessDay(originateOn)).toBe(true);
        expect(effectiveOn).toBe(businessDaysAfter(originateOn, 1));
        expect(originateOn >= businessDayOf(zone, takenAt)).toBe(true);
        expect(effectiveOn >= debitOn).toBe(true);
        const isFirst = originateOn === businessDayOf(zone, takenAt);
        expect(isFirst || effectiveOn === debitOn).toBe(true);
      }),
    );
  });

  it('keeps its days when the clocks change in the night before', () => {
    const sunday = Instant.parse('2026-03-08T12:00:00Z');
    expect(debitDates('America/Los_Angeles', sunday, day('2026-03-09'))).toEqual({
      originateOn: '2026-03-09',
      effectiveOn: '2026-03-10',
    });
  });
});

describe('the day that is agreed to', () => {
  it.each([
    ['yesterday', '2028-02-28', 'debit_date_past'],
    ['today', '2028-02-29', undefined],
    ['a year from a leap day', '2029-02-28', undefined],
    ['a day more', '2029-03-01', 'debit_date_too_far'],
    ['a Saturday', '2028-03-04', 'debit_date_closed'],
  ])('%s', (_which, debitOn, fault) => {
    expect(debitDateFault(day(debitOn), day('2028-02-29'))).toBe(fault);
  });

  it('a holiday, unless banks are open on it', () => {
    expect(debitDateFault(day('2026-11-26'), day('2026-11-24'))).toBe('debit_date_closed');
    expect(debitDateFault(day('2027-07-05'), day('2026-11-24'))).toBe('debit_date_closed');
    expect(debitDateFault(day('2026-12-24'), day('2026-11-24'))).toBeUndefined();
  });
});
