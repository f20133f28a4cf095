import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instalmentDay, needsNotice } from '#shared/authorisations/plan-payments.ts';
import type { PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { comingInstalments } from '#shared/plans/coming-instalments.ts';
import { owedInstalments } from '#shared/plans/owed-instalments.ts';
import { type Plan, planByMonths } from '#shared/plans/plan.ts';
import type { PlanEvent } from '#shared/plans/plan-events.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';

const on = (date: string) => CalendarDate.parse(date);
const agreedOn = on('2026-12-01');

function planOf(amountCents: number, rateBps: number, months: number, firstDueOn = '2026-12-20') {
  const terms = { amountCents: cents(amountCents), rateBps, agreedOn, firstDueOn: on(firstDueOn) };
  const result = planByMonths(terms, months);
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.plan;
}

const paid = (date: string, amountCents: number): PlanEvent => ({
  kind: 'instalment',
  on: on(date),
  amountCents: cents(amountCents),
});

const ownOf = (plan: Plan, events: readonly PlanEvent[], date: string, number: number) =>
  owedInstalments(plan, events, on(date)).find(each => each.number === number)?.amountCents;

test.each([12, 24])(
  '%i instalments, each taken on its day, are those that were disclosed, and nothing is left',
  months => {
    const plan = planOf(123_457, 1_000, months, '2027-01-19');
    const events: PlanEvent[] = [];
    for (const { dueOn, amountCents } of plan.payments) {
      const [first] = owedInstalments(plan, events, dueOn);
      expect(first).toMatchObject({ dueOn, amountCents });
      events.push(paid(dueOn, first?.amountCents ?? 0));
    }
    const last = plan.payments.at(-1)?.dueOn ?? agreedOn;
    expect(owedInstalments(plan, events, last)).toEqual([]);
  },
);

test('one that was paid in part is owed for the rest, one that was missed is owed by nobody else', () => {
  const plan = planOf(120_000, 1_000, 12);
  const level = plan.levelCents;
  expect(ownOf(plan, [paid('2026-12-15', 1_000)], '2026-12-20', 1)).toBe(level - 1_000);
  const missed = owedInstalments(plan, [], on('2027-01-20'));
  expect(missed.slice(0, 2)).toMatchObject([{ amountCents: level }, { amountCents: level }]);
  const caughtUp = [paid('2027-01-10', level)];
  expect(ownOf(plan, caughtUp, '2027-01-20', 1)).toBeUndefined();
  expect(ownOf(plan, caughtUp, '2027-01-20', 2)).toBe(level);
});

test('the last leaves out what another lacks, and the days on which its payer was not late', () => {
  const plan = planOf(50_000, 1_000, 3);
  const [first, second, last] = plan.payments;
  if (!(first && second && last)) throw new Error('There are three.');
  const events = [paid(first.dueOn, first.amountCents), paid(second.dueOn, second.amountCents)];
  expect(ownOf(plan, events, '2027-02-22', 3)).toBe(last.amountCents);
  const lacking = ownOf(plan, events.slice(0, 1), last.dueOn, 3) ?? 0;
  const { payoffCents } = planStanding(plan, events.slice(0, 1), last.dueOn);
  expect(lacking).toBe(payoffCents - second.amountCents);
});

test('whatever was paid when, those to come are what the plan says of them, and all of it is what it owes', () => {
  const days = ['2026-12-05', '2026-12-20', '2027-01-07', '2027-02-20', '2027-03-03'];
  fc.assert(
    fc.property(
      fc.integer({ min: 500, max: 2_000_000 }),
      fc.integer({ min: 0, max: 3_600 }),
      fc.integer({ min: 2, max: 9 }),
      fc.array(fc.tuple(fc.constantFrom(...days), fc.integer({ min: 1, max: 400_000 })), {
        maxLength: 4,
      }),
      fc.constantFrom(...days),
      (amount, rate, months, money, today) => {
        const plan = planOf(amount, rate, months);
        const events = money.map(([day, each]) => paid(day, each)).filter(each => each.on <= today);
        const owed = owedInstalments(plan, events, on(today));
        const coming = owed.filter(({ dueOn }) => dueOn > today);
        expect(coming.map(({ dueOn, amountCents }) => ({ dueOn, amountCents }))).toEqual(
          comingInstalments(plan, events, on(today)),
        );
        const { pastDueCents, payoffCents, dueDates } = planStanding(plan, events, on(today));
        const due = owed
          .filter(({ dueOn }) => dueOn <= today)
          .reduce((sum, { amountCents }) => sum + amountCents, 0);
        // Past the last date the days since it are left out.
        if (dueDates.length > 0 || payoffCents === 0) expect(due).toBe(pastDueCents);
        else expect(due).toBeLessThanOrEqual(payoffCents);
      },
    ),
    { numRuns: 100 },
  );
});

const terms: PlanAutopayTerms = {
  kind: 'plan',
  ledger: 'medical',
  planId: 'plan',
  instalments: [{ dueOn: on('2026-12-20'), amountCents: cents(10_000) }],
};

test.each([
  ['as authorised', 'plan', '2026-12-20', 10_000, false],
  ['less, because some was paid', 'plan', '2026-12-20', 9_000, false],
  ['more', 'plan', '2026-12-20', 10_001, true],
  ['on another day', 'plan', '2027-01-20', 10_000, true],
  ['less, because the terms were changed', 'other', '2026-12-20', 9_000, true],
  ['the same after a change', 'other', '2026-12-20', 10_000, false],
] as const)(
  'an instalment %s: is one of %s on %s of %i cents; announced: %s',
  (_what, planId, dueOn, amountCents, announced) => {
    const each = { planId, dueOn: on(dueOn), amountCents };
    expect(needsNotice(terms, each)).toBe(announced);
  },
);

test.each([
  ['2026-12-15', undefined, '2026-12-15'],
  ['2026-12-20', undefined, '2026-12-21'],
  ['2026-12-25', undefined, '2026-12-28'],
  ['2026-12-15', '2026-12-05', '2026-12-15'],
  ['2026-12-15', '2026-12-06', '2026-12-16'],
] as const)('due on %s, announced on %s, is taken on %s', (dueOn, noticeOn, payOn) => {
  expect(instalmentDay(on(dueOn), noticeOn && on(noticeOn))).toBe(payOn);
});
