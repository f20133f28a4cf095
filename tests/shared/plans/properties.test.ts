import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/calendar/dates.ts';
import { cents, sumCents } from '#shared/money/cents.ts';
import { disclose } from '#shared/plans/disclosure.ts';
import { type Plan, planByMonths, planByPayment } from '#shared/plans/plan.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';
import type { PlanTerms } from '#shared/plans/terms.ts';
import { made, on } from './plans.ts';

/** 1 cent to 10,000,000.00: as often small as large. */
const amounts = fc
  .record({
    digits: fc.integer({ min: 1, max: 9 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ digits, share }) => cents(Math.max(1, Math.round(10 ** digits * share))));

const anyTerms: fc.Arbitrary<PlanTerms> = fc
  .record({
    amountCents: amounts,
    rateBps: fc.integer({ min: 0, max: 3600 }),
    agreed: fc.integer({ min: 0, max: 1500 }),
    wait: fc.integer({ min: 0, max: 365 }),
  })
  .map(({ amountCents, rateBps, agreed, wait }) => {
    const agreedOn = addDays(on('2026-01-01'), agreed);
    return { amountCents, rateBps, agreedOn, firstDueOn: addDays(agreedOn, wait) };
  });

const anyMonths = fc.integer({ min: 2, max: 120 });

function addsUp({ terms, payments }: Plan): void {
  const { totalOfPaymentsCents, financeChargeCents, aprPercent } = disclose({
    terms,
    payments,
    levelCents: cents(0),
  });
  const sum = (of: 'amountCents' | 'interestCents' | 'principalCents') =>
    sumCents(payments.map(each => each[of]));
  expect(sum('amountCents')).toBe(totalOfPaymentsCents);
  expect(sum('principalCents')).toBe(terms.amountCents);
  expect(sum('interestCents')).toBe(financeChargeCents);
  expect(payments.at(-1)?.balanceCents).toBe(0);
  const wrong = payments.filter(
    each =>
      each.amountCents <= 0 ||
      each.amountCents !== each.interestCents + each.principalCents ||
      Math.min(each.interestCents, each.principalCents, each.balanceCents) < 0,
  );
  expect(wrong).toEqual([]);
  expect(aprPercent).toBeGreaterThanOrEqual(0);
}

test('every plan by term adds up to the cent, has nothing negative, no payment of 0 and no balloon', () => {
  fc.assert(
    fc.property(anyTerms, anyMonths, (terms, months) => {
      const plan = made(planByMonths(terms, months));
      addsUp(plan);
      expect(plan.payments.length).toBeLessThanOrEqual(months);
      const last = plan.payments.at(-1)?.amountCents;
      expect(last).toBeLessThanOrEqual(2 * plan.levelCents);
      const others = plan.payments.slice(0, -1).map(each => each.amountCents);
      expect(new Set(others).size).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});

test('a plan of enough dollars has as many payments as months', () => {
  fc.assert(
    fc.property(anyTerms, anyMonths, (terms, months) => {
      fc.pre(terms.amountCents >= 100_000);
      expect(made(planByMonths(terms, months)).payments).toHaveLength(months);
    }),
    { numRuns: 100 },
  );
});

test('the plan by payment is the plan by term, asked from the other side', () => {
  fc.assert(
    fc.property(anyTerms, anyMonths, (terms, months) => {
      const byTerm = made(planByMonths(terms, months));
      fc.pre(byTerm.payments.length === months);
      const byPayment = made(planByPayment(terms, byTerm.levelCents));
      addsUp(byPayment);
      expect(byPayment.payments.length).toBeLessThanOrEqual(months);
    }),
    { numRuns: 40 },
  );
});

test('a plan that is kept costs what was disclosed, paused or not', () => {
  fc.assert(
    fc.property(
      anyTerms,
      fc.integer({ min: 2, max: 12 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 6 }),
      (terms, months, pausedAfter, pausedMonths) => {
        const plan = made(planByMonths(terms, months));
        const pauseOn = addDays(terms.agreedOn, pausedAfter);
        const pause = { kind: 'pause', on: pauseOn, months: pausedMonths } as const;
        const before = planStanding(plan, [pause], pauseOn);
        const firstMoved = plan.payments.length - before.dueDates.length;
        const instalments = plan.payments.map(({ dueOn, amountCents }, index) => {
          const moved = before.dueDates[index - firstMoved];
          return { kind: 'instalment', on: moved ?? dueOn, amountCents } as const;
        });
        const ends = instalments.at(-1)?.on ?? pauseOn;
        const kept = planStanding(plan, [...instalments, pause], ends > pauseOn ? ends : pauseOn);
        expect(kept).toMatchObject({
          payoffCents: 0,
          excessCents: 0,
          pastDueCents: 0,
          dueDates: [],
        });
        expect(kept.paidInterestCents).toBe(disclose(plan).financeChargeCents);
      },
    ),
    { numRuns: 200 },
  );
});
