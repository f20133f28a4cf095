import { describe, expect, test } from 'vitest';
import { disclose } from '#shared/plans/disclosure.ts';
import { offersTerm } from '#shared/plans/limits.ts';
import { planByMonths, planByPayment } from '#shared/plans/plan.ts';
import { dollars, on, planOver, terms } from './plans.ts';

describe('due dates', () => {
  test('of the 31st fall on the last day of shorter months, without drifting', () => {
    const dates = { agreedOn: on('2027-12-31'), firstDueOn: on('2028-01-31') };
    const due = planOver(6, 600, 0, dates).payments.map(each => each.dueOn.slice(5));
    expect(due).toEqual(['01-31', '02-29', '03-31', '04-30', '05-31', '06-30']);
  });

  test('of the 31st may begin in a month that has none', () => {
    const dates = { agreedOn: on('2027-02-01'), firstDueOn: on('2027-02-28'), dueDay: 31 };
    const due = planOver(3, 600, 0, dates).payments.map(each => each.dueOn);
    expect(due).toEqual(['2027-02-28', '2027-03-31', '2027-04-30']);
  });
});

describe('what is disclosed', () => {
  test('groups equal payments as the regulation shows them', () => {
    expect(disclose(planOver(6, 1200, 10))).toEqual({
      amountFinancedCents: 120_000,
      financeChargeCents: 3524,
      totalOfPaymentsCents: 123_524,
      aprPercent: 10,
      schedule: [
        { count: 5, amountCents: 20_587, firstDueOn: '2027-01-01', lastDueOn: '2027-05-01' },
        { count: 1, amountCents: 20_589, firstDueOn: '2027-06-01', lastDueOn: '2027-06-01' },
      ],
    });
  });

  test('the rate of a plan without interest is 0 %', () => {
    expect(disclose(planOver(12, 1200, 0))).toMatchObject({ aprPercent: 0, financeChargeCents: 0 });
  });

  test.each([
    ['2026-12-31', '2027-01-31'],
    ['2026-12-15', '2027-01-01'],
    ['2026-10-09', '2027-01-01'],
  ])(
    'the rate of a plan agreed on %s and first due on %s is within an eighth of its interest',
    (agreedOn, firstDueOn) => {
      const dates = { agreedOn: on(agreedOn), firstDueOn: on(firstDueOn) };
      const { aprPercent } = disclose(planOver(12, 3000, 9, dates));
      expect(Math.abs(aprPercent - 9)).toBeLessThan(0.125);
    },
  );
});

describe('amounts of a few cents', () => {
  test('1 cent over 120 months is paid with the first payment', () => {
    const { payments } = planOver(120, 0.01, 36);
    expect(payments.map(each => each.amountCents)).toEqual([1]);
  });

  test('10.00 at 36 % over 120 months do not end in a balloon', () => {
    const plan = planOver(120, 10, 36);
    expect(plan.levelCents).toBe(31);
    expect(plan.payments.at(-1)?.amountCents).toBeLessThanOrEqual(31);
  });
});

describe('a plan is refused', () => {
  test.each([
    ['nothing_owed', terms(0, 10), 6],
    ['amount_too_large', terms(10_000_000.01, 10), 6],
    ['rate_out_of_range', terms(100, 36.01), 6],
    ['rate_out_of_range', terms(100, -1), 6],
    ['term_out_of_range', terms(100, 10), 1],
    ['term_out_of_range', terms(100, 10), 121],
    ['term_out_of_range', terms(100, 10), 6.5],
    ['first_before_agreed', terms(100, 10, { firstDueOn: on('2026-11-30') }), 6],
    ['first_too_late', terms(100, 10, { firstDueOn: on('2027-12-02') }), 6],
    ['not_the_due_day', terms(100, 10, { dueDay: 5 }), 6],
  ])('because of %s', (reason, wanted, months) => {
    expect(planByMonths(wanted, months)).toEqual({ ok: false, refusal: { reason } });
  });

  test('where the payment does not even cover the interest, with the least that is enough', () => {
    const refused = planByPayment(terms(1000, 36), dollars(30));
    const refusal = { reason: 'payment_too_small', leastCents: 3089 };
    expect(refused).toEqual({ ok: false, refusal });
    expect(planByPayment(terms(1000, 36), dollars(30.88)).ok).toBe(false);
    expect(planByPayment(terms(1000, 36), dollars(30.89)).ok).toBe(true);
  });

  test('where the first payment pays everything', () => {
    const refusal = { reason: 'paid_at_once' };
    expect(planByPayment(terms(100, 12), dollars(101))).toEqual({ ok: false, refusal });
  });
});

test('6 and 12 months are offered to everybody, longer terms in hardship', () => {
  expect([6, 12, 24].map(months => offersTerm('standard', months))).toEqual([true, true, false]);
  expect([2, 24, 120].map(months => offersTerm('hardship', months))).toEqual([true, true, true]);
  expect([1, 121].map(months => offersTerm('hardship', months))).toEqual([false, false]);
});
