import { describe, expect, test } from 'vitest';
import { disclose } from '#shared/plans/disclosure.ts';
import type { PlanEvent } from '#shared/plans/plan-events.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';
import { recast } from '#shared/plans/recast.ts';
import { dollars, made, on, planOver } from './plans.ts';

/** 1,200.00 at 10 % over 6 months: 205.87 on the 1st, from January 2027. */
const plan = planOver(6, 1200, 10);

const instalment = (date: string, amount = 205.87): PlanEvent => ({
  kind: 'instalment',
  on: on(date),
  amountCents: dollars(amount),
});
const january = instalment('2027-01-01');
const february = instalment('2027-02-01');

describe('paying off early', () => {
  test('on the day of the agreement costs the amount alone', () => {
    expect(planStanding(plan, [], on('2026-12-01')).payoffCents).toBe(dollars(1200));
  });

  test('between two due dates costs the days since, in thirtieths of a month', () => {
    // 1,004.13 × 10 ÷ 1,200 × 15 ÷ 30 = 4.18
    const standing = planStanding(plan, [january], on('2027-01-16'));
    expect(standing).toMatchObject({ principalCents: 100_413, interestCents: 418 });
    expect(standing.payoffCents).toBe(dollars(1008.31));
  });

  test('on the 31st costs no more than on the due date', () => {
    const eve = planStanding(plan, [january], on('2027-01-31')).payoffCents;
    expect(eve).toBe(planStanding(plan, [january], on('2027-02-01')).payoffCents);
  });

  test('leaves nothing, and what is paid beyond it is not the plan’s', () => {
    const payoff: PlanEvent = { kind: 'extra', on: on('2027-01-16'), amountCents: dollars(1010) };
    const standing = planStanding(plan, [january, payoff], on('2027-09-01'));
    expect(standing).toMatchObject({
      payoffCents: 0,
      pastDueCents: 0,
      excessCents: 169,
      dueDates: [],
    });
  });
});

describe('a missed payment', () => {
  test('is past due, and its interest bears none', () => {
    // January: 10.00 on 1,200.00; February: 10.00 again.
    const standing = planStanding(plan, [], on('2027-02-01'));
    expect(standing).toMatchObject({ principalCents: 120_000, interestCents: 2000 });
    expect(standing.pastDueCents).toBe(dollars(411.74));
    expect(standing.dueDates[0]).toBe('2027-03-01');
  });

  test('that is made good is no longer past due', () => {
    const standing = planStanding(plan, [instalment('2027-02-01', 411.74)], on('2027-02-01'));
    expect(standing).toMatchObject({ pastDueCents: 0, interestCents: 0 });
  });

  test('of the last month goes on earning after the plan should have ended', () => {
    const paid = ['01', '02', '03', '04', '05'].map(month => instalment(`2027-${month}-01`));
    const due = planStanding(plan, paid, on('2027-06-01'));
    expect(due).toMatchObject({ payoffCents: 20_589, pastDueCents: 20_589, dueDates: [] });
    expect(planStanding(plan, paid, on('2027-08-01')).interestCents).toBe(3 * 170);
  });
});

describe('an extra payment', () => {
  test('lowers the balance, and the next instalment stays due', () => {
    const extra: PlanEvent = { kind: 'extra', on: on('2027-01-01'), amountCents: dollars(500) };
    const standing = planStanding(plan, [january, extra], on('2027-02-01'));
    // 504.13 × 10 ÷ 1,200 = 4.20
    expect(standing).toMatchObject({ principalCents: 50_413, interestCents: 420 });
    expect(standing.pastDueCents).toBe(dollars(205.87));
  });

  test('an instalment paid before its day is none', () => {
    const early = instalment('2027-01-25');
    expect(planStanding(plan, [january, early], on('2027-02-01')).pastDueCents).toBe(0);
  });
});

describe('a pause', () => {
  const pause: PlanEvent = { kind: 'pause', on: on('2027-01-11'), months: 3 };

  test('moves what is due, and earns nothing meanwhile', () => {
    const ten = planStanding(plan, [january, pause], on('2027-01-11'));
    expect(ten.dueDates).toEqual([
      '2027-05-01',
      '2027-06-01',
      '2027-07-01',
      '2027-08-01',
      '2027-09-01',
    ]);
    const later = planStanding(plan, [january, pause], on('2027-04-05'));
    expect(later.payoffCents).toBe(ten.payoffCents);
    expect(later.pastDueCents).toBe(0);
  });

  test('leaves the interest of the month as it was disclosed', () => {
    const due = planStanding(plan, [january, pause], on('2027-05-01'));
    expect(due.interestCents).toBe(837);
    expect(due.pastDueCents).toBe(dollars(205.87));
  });
});

describe('a recast', () => {
  const when = { on: on('2027-02-01'), firstDueOn: on('2027-03-01') };

  test('spreads what is owed over another term, at the same rate', () => {
    const longer = made(recast(plan, [january, february], when, { months: 12 }));
    expect(disclose(longer)).toMatchObject({ amountFinancedCents: 80_663, aprPercent: 10 });
    expect(longer.payments).toHaveLength(12);
  });

  test('carries unpaid interest along, which bears none', () => {
    const recasted = made(recast(plan, [], when, { months: 12 }));
    expect(recasted.terms).toMatchObject({ amountCents: 120_000, carriedInterestCents: 2000 });
    expect(recasted.payments[0]).toMatchObject({ interestCents: 3000 });
    expect(disclose(recasted).amountFinancedCents).toBe(122_000);
  });

  test('is refused where nothing is owed', () => {
    const payoff: PlanEvent = { kind: 'extra', on: on('2026-12-01'), amountCents: dollars(1200) };
    const refused = recast(plan, [payoff], when, { payCents: dollars(50) });
    expect(refused).toEqual({ ok: false, refusal: { reason: 'nothing_owed' } });
  });
});
