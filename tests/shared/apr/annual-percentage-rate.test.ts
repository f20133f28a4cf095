import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annualPercentageRate } from '#shared/apr/annual-percentage-rate.ts';
import type { CashFlow } from '#shared/apr/transaction.ts';
import { figuresOf, flow, monthly, series } from './flows.ts';

const advanced = [flow('2026-12-01', 1000)];

function unitPeriodOf(...dates: string[]) {
  return figuresOf(
    advanced,
    dates.map(on => flow(on, 1000)),
  ).unitPeriod;
}

describe('the unit-period', () => {
  test('is a month although two Februaries have 28 days', () => {
    expect(unitPeriodOf('2027-01-01', '2027-02-01', '2027-03-01')).toBe('month');
  });

  test('is 4 weeks although some of them begin and end on the same day', () => {
    const payments = series('2026-12-29', 100, 60, { days: 28 });
    expect(figuresOf(advanced, payments).unitPeriod).toBe('4 weeks');
  });

  test('is the smaller of two that occur as often', () => {
    // Twice 1 week, twice 1 month.
    expect(unitPeriodOf('2026-12-08', '2026-12-15', '2027-01-15', '2027-02-15')).toBe('week');
  });

  test('is the average of all periods where none occurs twice', () => {
    // 1, 2 and 4 months of 30 days: 70 days.
    expect(unitPeriodOf('2027-01-01', '2027-03-01', '2027-07-01')).toBe('10 weeks');
    // 2 months and 4 months.
    expect(unitPeriodOf('2027-02-01', '2027-06-01')).toBe('3 months');
  });

  test('is a year at most', () => {
    expect(unitPeriodOf('2028-12-01', '2030-12-01', '2032-12-01')).toBe('year');
    expect(unitPeriodOf('2029-12-01')).toBe('year');
  });

  test('counts the 15th and the last day as semimonths', () => {
    const payments = series('2026-12-31', 100, 12, { semimonthly: true });
    expect(payments.slice(0, 5).map(({ on }) => on.slice(5))).toEqual([
      '12-31',
      '01-15',
      '01-31',
      '02-15',
      '02-28',
    ]);
    expect(figuresOf(advanced, payments).unitPeriod).toBe('semimonth');
  });

  test('may be any number of days that occurs most', () => {
    expect(figuresOf(advanced, series('2026-12-11', 400, 3, { days: 10 })).unitPeriod).toBe(
      '10 days',
    );
  });
});

describe('months are measured', () => {
  test('from last day to last day, so that a series of the 31st has no odd days', () => {
    const lastDays = figuresOf([flow('2026-12-31', 1000)], series('2027-01-31', 350, 3, monthly));
    const firstDays = figuresOf([flow('2027-01-01', 1000)], series('2027-02-01', 350, 3, monthly));
    expect(lastDays.exactPercent).toBe(firstDays.exactPercent);
  });

  test('to the last day of February for a series of the 30th', () => {
    const thirtieths = figuresOf([flow('2026-12-30', 1000)], series('2027-01-30', 350, 3, monthly));
    const firstDays = figuresOf([flow('2027-01-01', 1000)], series('2027-02-01', 350, 3, monthly));
    expect(thirtieths.exactPercent).toBe(firstDays.exactPercent);
  });
});

describe('the answer', () => {
  test('is 0 % when the payments are the advances', () => {
    const figures = figuresOf(advanced, series('2027-01-01', 250, 4, monthly));
    expect(figures).toMatchObject({ aprPercent: 0, financeChargeCents: 0 });
    expect(figures.totalOfPaymentsCents).toBe(100_000);
  });

  test.each([
    ['no_advance', [], [flow('2027-01-01', 1)]],
    ['no_payment', advanced, []],
    ['payment_before_advance', advanced, [flow('2026-11-30', 1000), flow('2027-01-01', 50)]],
    ['payments_below_advances', advanced, [flow('2027-01-01', 999.99)]],
    ['no_term', advanced, [flow('2026-12-01', 1001)]],
    ['no_rate', advanced, [flow('2026-12-01', 1000), flow('2027-01-01', 1)]],
  ])('is the fault “%s” where there is no rate', (fault, advances, payments) => {
    expect(annualPercentageRate({ advances, payments })).toEqual({ ok: false, fault });
  });

  test('with several advances a payment may come before the first', () => {
    const advances = [flow('2027-01-05', 1000), flow('2028-01-05', 1000)];
    expect(figuresOf(advances, series('2027-01-01', 100, 24, monthly)).aprPercent).toBeGreaterThan(
      0,
    );
  });
});

test('whatever is paid whenever, there is a rate of 0 % or more', () => {
  const payments: fc.Arbitrary<CashFlow[]> = fc.array(
    fc
      .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 2, max: 28 }) })
      .map(({ month, day }) => {
        const text = (number: number) => String(number).padStart(2, '0');
        return flow(`2027-${text(month)}-${text(day)}`, 500);
      }),
    { minLength: 2, maxLength: 20 },
  );
  fc.assert(
    fc.property(payments, fc.integer({ min: 1, max: 1000 }), (paid, dollars) => {
      const figures = figuresOf([flow('2027-01-01', dollars)], paid);
      expect(figures.aprPercent).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(figures.exactPercent)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
