import { describe, expect, it, test } from 'vitest';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import type { HoldPeriod } from '#shared/collections/running-days.ts';
import { collectionsStage, furthestAccount } from '#shared/collections/stage.ts';
import {
  type CollectionsFacts,
  collectionsStandings,
  holdsFrom,
} from '#shared/collections/steps.ts';
import { type CollectionsStep, collectionsTimeline } from '#shared/collections/timeline.ts';

const day = (text: string) => text as CalendarDate;

/** Due on the last of a month, so that six months and 29 February lie ahead. */
const dueOn = day('2027-10-31');
const firstBilledOn = day('2027-10-01');

function facts(change: Partial<CollectionsFacts> = {}, afterDays = 120): CollectionsFacts {
  const clock = { dueOn, firstBilledOn, extraordinaryActionAfterDays: afterDays, holds: [] };
  const known = { ledger: 'medical', kind: 'facility', beganOn: day('2027-01-01') } as const;
  return { clock, taken: {}, ...known, ...change };
}

const withHolds = (of: CollectionsFacts, holds: readonly HoldPeriod[]): CollectionsFacts => ({
  ...of,
  clock: { ...of.clock, holds },
});

const standing = (of: CollectionsFacts, step: CollectionsStep, today: CalendarDate) =>
  collectionsStandings(of, today).find(each => each.step === step);

const kinds = ['application', 'dispute', 'promise', 'plan'] as const;
const from = day('2027-11-30');
const until = day('2027-12-30');
const holdsToTry: (readonly [string, readonly HoldPeriod[]])[] = [
  ['no hold', []],
  ...kinds.map(kind => [`${kind} that ended`, [{ kind, from, until }]] as const),
];

describe.each([
  ['elsewhere', 120],
  ['in California', 180],
])('%s', (_, afterDays) => {
  describe.each(holdsToTry)('with %s', (__, holds) => {
    const known = withHolds(facts({ taken: { notice: day('2027-10-02') } }, afterDays), holds);
    const sent = { ...known, clock: { ...known.clock, noticeSentOn: day('2027-10-02') } };
    const days = collectionsTimeline(sent.clock).filter(({ step }) => step !== 'notice');

    test.each(days)(
      '$step is due on its day and after it, never the day before',
      ({ step, on }) => {
        const its = on as CalendarDate;
        expect(standing(sent, step, addDays(its, -1))?.state).not.toBe('due');
        expect(standing(sent, step, its)).toEqual({ step, on: its, state: 'due' });
        expect(standing(sent, step, addDays(its, 1))).toEqual({ step, on: its, state: 'due' });
      },
    );
  });
});

describe.each(kinds)('while a hold of kind %s is open', kind => {
  const held = withHolds(facts(), [{ kind, from: addDays(dueOn, 31), until: null }]);

  it('the clock runs through the day before it and stands still from its first day', () => {
    expect(standing(held, 'past_due', addDays(dueOn, 30))?.state).toBe('comes');
    expect(standing(held, 'past_due', addDays(dueOn, 31))).toEqual({
      step: 'past_due',
      on: null,
      state: 'stands_still',
    });
  });

  it('nothing that had come by then is taken', () => {
    const before = withHolds(facts(), [{ kind, from: addDays(dueOn, 40), until: null }]);
    expect(standing(before, 'late_fee', addDays(dueOn, 39))?.state).toBe('due');
    expect(standing(before, 'late_fee', addDays(dueOn, 40))?.state).toBe('stands_still');
  });
});

describe('the written notice', () => {
  it('is due 30 days before the first extraordinary action, and nothing follows before it is 30 days out', () => {
    const days = new Map(collectionsTimeline(facts().clock).map(({ step, on }) => [step, on]));
    expect(days.get('notice')).toBe(addDays(firstBilledOn, 90));
    const late = { ...facts().clock, noticeSentOn: addDays(firstBilledOn, 100) };
    const moved = new Map(collectionsTimeline(late).map(({ step, on }) => [step, on]));
    expect(moved.get('extraordinary_action')).toBe(addDays(firstBilledOn, 130));
  });

  it('that has not left keeps everything after it away, whatever the day', () => {
    const far = addDays(firstBilledOn, 300);
    expect(standing(facts(), 'notice', far)?.state).toBe('due');
    expect(standing(facts(), 'extraordinary_action', far)?.state).toBe('comes');
  });
});

describe('what there is not', () => {
  it('a premium ends with its referral', () => {
    const steps = collectionsStandings(facts({ ledger: 'premium', kind: 'premium' }), dueOn);
    expect(steps.map(({ step }) => step)).toEqual(['past_due', 'late_fee', 'referral']);
  });

  it.each(['late_fee', 'finance_charge'] as const)('a %s earns no late fee', kind => {
    expect(standing(facts({ kind }), 'late_fee', dueOn)).toBeUndefined();
  });

  it('what fell before collections began here is not made up for: no fee, no notice, nothing that needs one', () => {
    const old = facts({ beganOn: addDays(dueOn, 200) });
    const today = addDays(dueOn, 201);
    const states = collectionsStandings(old, today).map(({ step, state }) => [step, state]);
    expect(states).toEqual([
      ['past_due', 'happened'],
      ['late_fee', 'left_out'],
      ['referral', 'happened'],
      ['notice', 'left_out'],
      ['extraordinary_action', 'left_out'],
      ['service_hold', 'left_out'],
    ]);
  });
});

describe('where an account stands', () => {
  const stageOn = (of: CollectionsFacts, today: CalendarDate) =>
    collectionsStage(collectionsStandings(of, today), of.clock.holds, today);

  it.each([
    [30, 'in_good_standing'],
    [31, 'past_due'],
    [60, 'past_due'],
    [61, 'referral'],
  ] as const)('%i days after its due date it is %s', (days, stage) => {
    expect(stageOn(facts(), addDays(dueOn, days))).toBe(stage);
  });

  it('a hold stops it on its days, and a promise no longer than its day', () => {
    const promise = {
      kind: 'promise',
      from: addDays(dueOn, 70),
      until: addDays(dueOn, 80),
    } as const;
    const held = withHolds(facts(), [promise]);
    expect(stageOn(held, addDays(dueOn, 69))).toBe('referral');
    expect(stageOn(held, addDays(dueOn, 70))).toBe('held');
    expect(stageOn(held, addDays(dueOn, 80))).toBe('held');
    expect(stageOn(held, addDays(dueOn, 81))).toBe('referral');
  });

  it('of several accounts the furthest tells, and a held one only where nothing else moves', () => {
    const at = (stage: string) => ({ stage }) as Parameters<typeof furthestAccount>[0][number];
    expect(furthestAccount([at('held'), at('past_due'), at('referral')])?.stage).toBe('referral');
    expect(furthestAccount([at('in_good_standing'), at('held')])?.stage).toBe('held');
    expect(furthestAccount([])).toBeUndefined();
  });
});

test('what ends today is not named beside what keeps the clock still from then on', () => {
  const applied: HoldPeriod = { kind: 'application', from, until };
  const kept: HoldPeriod = { kind: 'plan', from: until, until: null };
  expect(holdsFrom([applied, kept], until)).toEqual([kept]);
  expect(holdsFrom([applied], until)).toEqual([applied]);
  expect(holdsFrom([applied, kept], addDays(until, -1))).toEqual([applied]);
});
