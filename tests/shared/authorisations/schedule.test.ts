import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingElement, requiredElements } from '#shared/authorisations/agreement.ts';
import { expiresBefore } from '#shared/authorisations/card-expiry.ts';
import { latestFirstDay, termsFault } from '#shared/authorisations/check-terms.ts';
import { nextTryOn } from '#shared/authorisations/retries.ts';
import { scheduledDays, takenOn } from '#shared/authorisations/schedule.ts';
import type { AuthorisationTerms, Frequency, SeriesTerms } from '#shared/authorisations/terms.ts';
import {
  amountToTake,
  autopayDay,
  latestStopOn,
  NOTICE_DAYS,
  noticeFrom,
} from '#shared/authorisations/varying-amounts.ts';
import { isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import { addDays, type CalendarDate, daysBetween } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';

const on = (date: string) => date as CalendarDate;
const today = on('2026-11-21');
const once = (payOn: string): AuthorisationTerms => ({
  kind: 'once',
  ledger: 'medical',
  amountCents: cents(5_000),
  payOn: on(payOn),
});
const series = (frequency: Frequency, firstOn: string, ends: SeriesTerms['ends']): SeriesTerms => ({
  kind: 'series',
  ledger: 'medical',
  amountCents: cents(5_000),
  frequency,
  firstOn: on(firstOn),
  ends,
});
const autopay: AuthorisationTerms = { kind: 'autopay', ledger: 'medical', capCents: cents(20_000) };

describe('the days of a series', () => {
  it('of the 31st are the last days of shorter months, and go back to the 31st', () => {
    const days = scheduledDays(series('monthly', '2027-12-31', { by: 'count', payments: 4 }));
    expect(days.map(({ agreedOn }) => agreedOn)).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
  });

  it('of the 29th of February in a leap year go on with the 29th', () => {
    const days = scheduledDays(series('monthly', '2028-02-29', { by: 'count', payments: 2 }));
    expect(days.at(-1)?.agreedOn).toBe('2028-03-29');
  });

  it('on which banks are closed are taken on the next business day, and the next is not moved with it', () => {
    const days = scheduledDays(series('weekly', '2026-11-19', { by: 'count', payments: 3 }));
    expect(days.map(({ payOn }) => payOn)).toEqual(['2026-11-19', '2026-11-27', '2026-12-03']);
  });

  it('end with the day that is named, which is included', () => {
    const ends = { by: 'date', lastOn: on('2026-12-21') } as const;
    const days = scheduledDays(series('biweekly', '2026-11-23', ends));
    expect(days.map(({ agreedOn }) => agreedOn)).toEqual([
      '2026-11-23',
      '2026-12-07',
      '2026-12-21',
    ]);
  });

  it('are bank days in order, each soon after the day agreed, whatever the terms', () => {
    const terms = fc.record({
      frequency: fc.constantFrom<Frequency>('weekly', 'biweekly', 'monthly'),
      first: fc.integer({ min: 1, max: 365 }),
      payments: fc.integer({ min: 2, max: 52 }),
    });
    fc.assert(
      fc.property(terms, ({ frequency, first, payments }) => {
        const firstOn = addDays(today, first);
        const days = scheduledDays(series(frequency, firstOn, { by: 'count', payments }));
        for (const [index, { agreedOn, payOn, number }] of days.entries()) {
          expect(number).toBe(index + 1);
          expect(isBusinessDay(payOn)).toBe(true);
          expect(daysBetween(agreedOn, payOn)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(agreedOn, payOn)).toBeLessThanOrEqual(4);
          expect(payOn > (days[index - 1]?.payOn ?? '')).toBe(true);
        }
      }),
    );
  });
});

describe('terms', () => {
  it.each([
    ['today', once('2026-11-21'), 'not_in_future'],
    ['a day that is past', once('2026-11-20'), 'not_in_future'],
    ['Thanksgiving', once('2026-11-26'), 'banks_closed'],
    ['a Sunday', once('2026-11-29'), 'banks_closed'],
    ['a day beyond a year', once('2027-11-22'), 'beyond_a_year'],
    ['the next business day', once('2026-11-23'), undefined],
    [
      'a series that ends before its second payment',
      series('monthly', '2026-11-23', { by: 'date', lastOn: on('2026-12-22') }),
      'ends_before_second',
    ],
    ['thirteen months', series('monthly', '2026-11-23', { by: 'count', payments: 13 }), 'too_many'],
    ['twelve months', series('monthly', '2026-11-23', { by: 'count', payments: 12 }), undefined],
    ['autopay', autopay, undefined],
  ] as const)('for %s are weighed', (_what, terms, fault) => {
    expect(termsFault(terms, 'card', today)).toBe(fault);
  });

  it.each([
    ['the next business day', once('2026-11-23'), 'too_soon_for_debit'],
    ['the business day after that', once('2026-11-24'), undefined],
    ['Thanksgiving', once('2026-11-26'), 'banks_closed'],
    [
      'a series from the next business day',
      series('weekly', '2026-11-23', { by: 'count', payments: 3 }),
      'too_soon_for_debit',
    ],
    ['autopay', autopay, undefined],
  ] as const)('for debits, %s are weighed with the day the bank needs', (_what, terms, fault) => {
    expect(termsFault(terms, 'ach', today)).toBe(fault);
  });

  it('of a debit are taken a business day before, so that it settles on the day agreed', () => {
    expect(takenOn(on('2026-11-27'), 'ach')).toBe('2026-11-25');
    expect(takenOn(on('2026-11-27'), 'card')).toBe('2026-11-27');
  });

  it('of a leap day reach to the last day of the next February', () => {
    expect(latestFirstDay(on('2028-02-29'))).toBe('2029-02-28');
  });
});

describe('a varying amount', () => {
  it('is announced ten days before the statement is due, and taken on the due date', () => {
    expect(noticeFrom(on('2026-12-17'))).toBe('2026-12-07');
    expect(autopayDay(on('2026-12-17'), on('2026-12-07'))).toBe('2026-12-17');
  });

  it('is announced on the last business day before, where ten days before none works', () => {
    expect(noticeFrom(on('2026-12-15'))).toBe('2026-12-04');
    expect(autopayDay(on('2026-12-15'), on('2026-12-04'))).toBe('2026-12-15');
  });

  it('that is announced as soon as it is time is never late, on whatever day it is due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 800 }), days => {
        const dueOn = addDays(today, days);
        const noticeOn = noticeFrom(dueOn);
        expect(isBusinessDay(noticeOn)).toBe(true);
        expect(autopayDay(dueOn, noticeOn) <= dueOn).toBe(true);
      }),
    );
  });

  it('that is due on a day banks are closed is taken before it, so that it is not late', () => {
    expect(autopayDay(on('2026-12-13'), on('2026-12-01'))).toBe('2026-12-11');
  });

  it('is never taken sooner than ten days after its notice', () => {
    const days = fc.record({ due: fc.integer({ min: 1, max: 60 }), noticed: fc.nat(60) });
    fc.assert(
      fc.property(days, ({ due, noticed }) => {
        const noticedOn = addDays(today, noticed);
        const payOn = autopayDay(addDays(today, due), noticedOn);
        expect(daysBetween(noticedOn, payOn)).toBeGreaterThanOrEqual(NOTICE_DAYS);
        expect(isBusinessDay(payOn)).toBe(true);
      }),
    );
  });

  it('is the smallest of what is open, announced and agreed', () => {
    expect(amountToTake(cents(9), cents(8), cents(7))).toBe(7);
    expect(amountToTake(cents(0), cents(8))).toBe(0);
  });

  it('can be stopped until three business days before', () => {
    expect(latestStopOn(on('2026-12-01'))).toBe('2026-11-25');
  });
});

describe('what else a run goes by', () => {
  it('a soft decline is tried again on the next and the third business day after, and no more', () => {
    expect(nextTryOn(on('2026-11-25'), 1)).toBe('2026-11-27');
    expect(nextTryOn(on('2026-11-27'), 2)).toBe('2026-12-02');
    expect(nextTryOn(on('2026-12-02'), 3)).toBeUndefined();
  });

  it('a card is good to the end of its month', () => {
    expect(expiresBefore('2027-02', on('2027-02-28'))).toBe(false);
    expect(expiresBefore('2027-02', on('2027-03-01'))).toBe(true);
  });

  it('each element of an authorisation is asked for, and notice where amounts vary', () => {
    expect(requiredElements(autopay, 'card')).toContain('notice');
    expect(
      missingElement(autopay, 'card', ['method', 'amount', 'timing', 'stop', 'voluntary']),
    ).toBe('notice');
    expect(missingElement(once('2026-11-23'), 'card', ['stop', 'timing', 'amount', 'method'])).toBe(
      undefined,
    );
  });
});
