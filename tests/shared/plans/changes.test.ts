import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { cents, sumCents } from '#shared/money/cents.ts';
import { comingInstalments } from '#shared/plans/coming-instalments.ts';
import { isThreatened, openInstalments, openOfThoseDue } from '#shared/plans/default-notice.ts';
import { monthsWhenResumed, pauseFault, restsUntil, withPauseOf } from '#shared/plans/pauses.ts';
import type { PlanEvent } from '#shared/plans/plan-events.ts';
import { pictureOf } from '#shared/plans/plan-picture.ts';
import { billingDatesOf, planStanding } from '#shared/plans/plan-standing.ts';
import { dollars, on, planOver } from './plans.ts';

/** 1,200.00 at 10 % over 6 months: 205.87 on the 1st, from January 2027. */
const plan = planOver(6, 1200, 10);
const instalment = (date: string, amount = 205.87): PlanEvent => ({
  kind: 'instalment',
  on: on(date),
  amountCents: dollars(amount),
});
const award = (date: string, amount: number): PlanEvent => ({
  kind: 'adjustment',
  on: on(date),
  amountCents: dollars(amount),
  of: 'principal',
});
const amounts = (events: PlanEvent[], date: string) =>
  comingInstalments(plan, events, on(date)).map(each => each.amountCents);

describe('what is to come of a plan', () => {
  test('is what was disclosed, to the cent, as long as it goes as agreed', () => {
    const disclosed = plan.payments.map(each => each.amountCents);
    expect(amounts([], '2026-12-01')).toEqual(disclosed);
    expect(amounts([instalment('2027-01-01')], '2027-01-20')).toEqual(disclosed.slice(1));
  });

  test('ends sooner after an award, and the last is smaller', () => {
    const before = pictureOf(plan, [], on('2026-12-10'));
    const after = pictureOf(plan, [award('2026-12-10', 700)], on('2026-12-10'));
    expect(after.payments).toBe(3);
    expect(after.payoffCents).toBe(before.payoffCents - dollars(700));
    expect(after.next).toEqual(before.next);
    expect(after.last?.amountCents).toBeLessThan(plan.levelCents);
  });

  test('is nothing after an award of everything', () => {
    const all = award('2026-12-01', 1200);
    expect(amounts([all], '2026-12-01')).toEqual([]);
    expect(planStanding(plan, [all], on('2027-03-01'))).toMatchObject({
      payoffCents: 0,
      pastDueCents: 0,
    });
  });

  test('takes up in its last payment what came back of a payment before the plan', () => {
    const back = award('2026-12-10', -100);
    expect(amounts([back], '2026-12-10').slice(0, 5)).toEqual(Array(5).fill(20_587));
    expect(amounts([back], '2026-12-10').at(-1)).toBeGreaterThan(20_589 + 10_000);
    expect(planStanding(plan, [back], on('2027-06-01')).dueDates).toEqual([]);
  });

  test('leaves out what was paid ahead', () => {
    expect(amounts([instalment('2026-12-20', 300)], '2026-12-20')[0]).toBe(20_587 * 2 - 30_000);
  });
});

describe('interest that is waived', () => {
  test('was earned all the same, so that what is billed next is right', () => {
    const waived: PlanEvent = {
      kind: 'adjustment',
      on: on('2027-01-02'),
      amountCents: dollars(10),
      of: 'interest',
    };
    const standing = planStanding(plan, [waived], on('2027-02-01'));
    expect(standing.earnedInterestCents).toBe(2000);
    expect(standing.interestCents).toBeLessThanOrEqual(1000);
  });

  test('is billed on after the last due date, on the same day of each month', () => {
    expect(billingDatesOf(plan, [], on('2027-08-15')).slice(-3)).toEqual([
      '2027-06-01',
      '2027-07-01',
      '2027-08-01',
    ]);
  });
});

describe('a pause', () => {
  const pause = { kind: 'pause', on: on('2027-01-11'), months: 3 } as const;
  const events: PlanEvent[] = [instalment('2027-01-01'), pause];

  test('rests until the last due date that it leaves out, not a day longer', () => {
    expect(restsUntil(plan, events, on('2027-01-10'))).toBeUndefined();
    expect(restsUntil(plan, events, on('2027-01-11'))).toBe('2027-04-01');
    expect(restsUntil(plan, events, on('2027-04-01'))).toBe('2027-04-01');
    expect(restsUntil(plan, events, on('2027-04-02'))).toBeUndefined();
  });

  test.each([
    ['2027-02-10', 2, '2027-03-01'],
    ['2027-02-24', 2, '2027-03-01'],
    ['2027-02-25', 3, null],
  ])('that ends on %s leaves the days of notice before the next payment', (date, at, next) => {
    const resumed = monthsWhenResumed(plan, events, on(date));
    if (!next) return expect(resumed?.months ?? 3).toBeLessThanOrEqual(at);
    expect(resumed).toBeDefined();
    if (!resumed) return;
    const after = withPauseOf(events, resumed.pause, resumed.months);
    expect(planStanding(plan, after, on(date)).dueDates[0]).toBe(next);
  });

  test('is refused beyond the policy, beside another, and where nothing is to come', () => {
    const wish = (date: string, months: number) => ({ on: on(date), months });
    expect(pauseFault(plan, events, wish('2027-02-01', 1))).toEqual({ reason: 'paused_already' });
    expect(pauseFault(plan, events, wish('2027-05-02', 1))).toEqual({
      reason: 'too_long',
      leftMonths: 0,
    });
    expect(pauseFault(plan, [], wish('2027-01-11', 3))).toBeUndefined();
    expect(pauseFault(plan, [], wish('2027-07-01', 1))).toEqual({ reason: 'nothing_to_come' });
  });
});

test('what was missed is cured by paying it, whatever became due since', () => {
  const graced = on('2027-02-01');
  expect(openOfThoseDue(plan, [], graced, on('2027-02-12'))).toBe(41_174);
  const paid = [instalment('2027-02-20', 411.74)];
  expect(openOfThoseDue(plan, paid, graced, on('2027-03-05'))).toBe(0);
});

test('instalments that are missed are counted whole: the last of more than the others is one, late interest none', () => {
  const [graced, june] = [on('2027-06-01'), on('2027-06-13')];
  const five = ['01', '02', '03', '04', '05'].map(month => instalment(`2027-${month}-01`));
  expect(openInstalments(plan, five, graced, june)).toBe(1);
  expect(openInstalments(plan, five.slice(0, 4), graced, june)).toBe(2);
  const late = [...five, instalment('2027-06-15', 205.89)];
  expect(planStanding(plan, late, on('2027-06-30')).payoffCents).toBeGreaterThan(0);
  expect(openInstalments(plan, late, graced, on('2027-06-30'))).toBe(0);
  expect([1, 2].map(isThreatened)).toEqual([false, true]);
});

describe('whatever happens to a plan', () => {
  const happening = fc.record({
    day: fc.integer({ min: 0, max: 400 }),
    kind: fc.constantFrom('instalment', 'adjustment', 'raise', 'pause'),
    amount: fc.integer({ min: 1, max: 60_000 }),
  });
  const eventOf = ({ day, kind, amount }: { day: number; kind: string; amount: number }) => {
    const date = addDays('2026-12-01' as CalendarDate, day);
    if (kind === 'pause') return { kind, on: date, months: 1 + (amount % 3) } as PlanEvent;
    if (kind === 'instalment') return { kind, on: date, amountCents: cents(amount) } as PlanEvent;
    const amountCents = cents(kind === 'raise' ? -amount : amount);
    return { kind: 'adjustment', on: date, amountCents, of: 'principal' } as PlanEvent;
  };

  test('nothing is negative, and what comes pays it off to the cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 24 }),
        fc.integer({ min: 0, max: 36 }),
        fc.array(happening, { maxLength: 8 }),
        fc.integer({ min: 0, max: 500 }),
        (months, rate, happenings, day) => {
          const any = planOver(months, 900, rate);
          const events = happenings.map(eventOf);
          const date = addDays('2026-12-01' as CalendarDate, day);
          const until = events.filter(event => event.on <= date);
          const standing = planStanding(any, until, date);
          for (const figure of [
            standing.principalCents,
            standing.interestCents,
            standing.pastDueCents,
            standing.excessCents,
          ]) {
            expect(figure).toBeGreaterThanOrEqual(0);
          }
          expect(standing.pastDueCents).toBeLessThanOrEqual(standing.payoffCents);
          const coming = comingInstalments(any, until, date);
          const paid: PlanEvent[] = [
            ...until,
            ...[{ dueOn: date, amountCents: standing.pastDueCents }, ...coming]
              .filter(each => each.amountCents > 0)
              .map(
                ({ dueOn, amountCents }): PlanEvent => ({
                  kind: 'instalment',
                  on: dueOn,
                  amountCents,
                }),
              ),
          ];
          const last = coming.at(-1)?.dueOn ?? date;
          expect(planStanding(any, paid, last).payoffCents).toBe(0);
          const rises = sumCents(
            until.map(event =>
              event.kind === 'adjustment' && event.amountCents < 0
                ? cents(-event.amountCents)
                : cents(0),
            ),
          );
          expect(standing.principalCents).toBeLessThanOrEqual(90_000 + rises);
        },
      ),
      { numRuns: 150 },
    );
  });
});
