import { expect, test } from 'vitest';
import { showMoney } from '#shared/money/show-money.ts';
import { disclose } from '#shared/plans/disclosure.ts';
import { planByPayment } from '#shared/plans/plan.ts';
import { dollars, made, on, planOver, terms } from './plans.ts';

/**
 * Reckoned once more without this code, with 60 decimals. By hand, i being the rate ÷ 1,200:
 * 1,200.00 at 10 %: first interest 1,200 × i = 10.00; payment 1,200 × i ÷ (1 − (1 + i)^−6) = 205.8739;
 * balances 1,004.13, 806.63, 607.48, 406.67, 204.19; last 204.19 + 1.70 = 205.89.
 * 1,000.00 at 0 %: 1,000 ÷ 6 = 166.6667; five times 166.67 leave 166.65.
 * 640.00 at 18 % in 2: 640 × 1.5 % = 9.60; 640 × 0.015 ÷ (1 − 1.015^−2) = 327.2178; then
 * 322.38 × 1.5 % = 4.84, and 322.38 + 4.84 = 327.22.
 */
test.each([
  [1200, 10, 6, '$205.87', '$205.89', '$1,235.24', '$35.24'],
  [3450, 7.99, 12, '$300.09', '$300.15', '$3,601.14', '$151.14'],
  [1000, 0, 6, '$166.67', '$166.65', '$1,000.00', '$0.00'],
  [100, 0, 12, '$8.33', '$8.37', '$100.00', '$0.00'],
  [1284.6, 0, 12, '$107.05', '$107.05', '$1,284.60', '$0.00'],
  [640, 18, 2, '$327.22', '$327.22', '$654.44', '$14.44'],
  [987.65, 9.99, 12, '$86.83', '$86.78', '$1,041.91', '$54.26'],
  [2500, 5.5, 36, '$75.49', '$75.49', '$2,717.64', '$217.64'],
  [5000, 12, 24, '$235.37', '$235.29', '$5,648.80', '$648.80'],
  [10_000_000, 36, 120, '$308,899.18', '$308,893.83', '$37,067,896.25', '$27,067,896.25'],
])('%s at %s %% over %s months', (amount, rate, months, level, last, total, charge) => {
  const plan = planOver(months, amount, rate);
  const { totalOfPaymentsCents, financeChargeCents } = disclose(plan);
  const lastCents = plan.payments.at(-1)?.amountCents ?? dollars(0);
  expect(
    [plan.levelCents, lastCents, totalOfPaymentsCents, financeChargeCents].map(showMoney),
  ).toEqual([level, last, total, charge]);
  expect(plan.payments).toHaveLength(months);
});

test('the schedule of 1,200.00 at 10 % over 6 months, line by line', () => {
  const rows = planOver(6, 1200, 10).payments.map(each => [
    each.dueOn,
    each.interestCents,
    each.principalCents,
    each.balanceCents,
  ]);
  expect(rows).toEqual([
    ['2027-01-01', 1000, 19_587, 100_413],
    ['2027-02-01', 837, 19_750, 80_663],
    ['2027-03-01', 672, 19_915, 60_748],
    ['2027-04-01', 506, 20_081, 40_667],
    ['2027-05-01', 339, 20_248, 20_419],
    ['2027-06-01', 170, 20_419, 0],
  ]);
});

/** 1,200.00 at 10 % over 6 months, first due later or sooner than a month after the agreement. */
test.each([
  // 17 days are 17 thirtieths: 1,200 × 10 ÷ 1,200 × 17 ÷ 30 = 5.67
  ['2026-12-15', '2027-01-01', 567, '$205.14', '$205.13', '$1,230.83'],
  // 1 month and 16 days: 10 × 46 ÷ 30 = 15.33
  ['2026-11-15', '2027-01-01', 1533, '$206.78', '$206.77', '$1,240.67'],
  // today: nothing is earned yet
  ['2027-01-01', '2027-01-01', 0, '$204.17', '$204.19', '$1,225.04'],
])('agreed on %s, first due on %s', (agreedOn, firstDueOn, interest, level, last, total) => {
  const dates = { agreedOn: on(agreedOn), firstDueOn: on(firstDueOn) };
  const plan = planOver(6, 1200, 10, dates);
  const lastCents = plan.payments.at(-1)?.amountCents ?? dollars(0);
  expect(plan.payments[0]?.interestCents).toBe(interest);
  const figures = [plan.levelCents, lastCents, disclose(plan).totalOfPaymentsCents];
  expect(figures.map(showMoney)).toEqual([level, last, total]);
});

test('amount first: 300.09 a month pay 3,450.00 at 7.99 % in 12 months, the last with the remainder', () => {
  const plan = made(planByPayment(terms(3450, 7.99), dollars(300.09)));
  expect(plan.payments).toHaveLength(12);
  expect(plan.payments.at(-1)?.amountCents).toBe(30_015);
});

test('amount first: 150.00 a month pay 1,200.00 at 0 % in 8 months', () => {
  const plan = made(planByPayment(terms(1200, 0), dollars(150)));
  expect(plan.payments.map(each => each.amountCents)).toEqual(Array(8).fill(15_000));
});
