import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CalendarDate, daysBetween } from '#shared/calendar/dates.ts';
import { firstDayBeyond, type HoldPeriod } from '#shared/collections/running-days.ts';
import { type CollectionsStep, collectionsTimeline } from '#shared/collections/timeline.ts';

const day = (text: string) => text as CalendarDate;
const dueOn = day('2026-03-02');
const clock = {
  dueOn,
  firstBilledOn: day('2026-01-31'),
  extraordinaryActionAfterDays: 120,
  holds: [] as HoldPeriod[],
};

function on(step: CollectionsStep, changed: Partial<typeof clock> = {}) {
  return collectionsTimeline({ ...clock, ...changed }).find(each => each.step === step)?.on;
}

test.each([
  ['past_due', 31],
  ['late_fee', 31],
  ['referral', 61],
] as const)('%s is for day %i after the due date and never the day before', (step, count) => {
  expect(on(step)).toBe(addDays(dueOn, count));
});

test('a service hold comes the day after six calendar months', () => {
  expect(on('service_hold')).toBe('2026-09-03');
});

test('nothing extraordinary before day 120 of the first bill, in California day 180', () => {
  expect(on('extraordinary_action')).toBe(addDays(clock.firstBilledOn, 120));
  expect(on('extraordinary_action', { extraordinaryActionAfterDays: 180 })).toBe(
    addDays(clock.firstBilledOn, 180),
  );
});

test('a service hold waits for the day of extraordinary actions when that is later', () => {
  const firstBilledOn = day('2026-04-01');
  const late = { firstBilledOn, extraordinaryActionAfterDays: 180 };
  expect(on('service_hold', late)).toBe(addDays(firstBilledOn, 180));
});

test('ten days of an application move every later step by ten days', () => {
  const hold: HoldPeriod = {
    kind: 'application',
    from: day('2026-03-10'),
    until: day('2026-03-19'),
  };
  for (const { step, on: moved } of collectionsTimeline({ ...clock, holds: [hold] })) {
    expect([step, moved]).toEqual([step, addDays(on(step) as CalendarDate, 10)]);
  }
});

test('two holds at the same time stop the clock once', () => {
  const from = day('2026-03-10');
  const both: HoldPeriod[] = [
    { kind: 'application', from, until: day('2026-03-19') },
    { kind: 'dispute', from: day('2026-03-15'), until: day('2026-03-24') },
  ];
  expect(on('past_due', { holds: both })).toBe(addDays(dueOn, 31 + 15));
});

test('a hold on the very day of a step keeps it away, one from the day after does not', () => {
  const held = (from: CalendarDate): HoldPeriod[] => [{ kind: 'promise', from, until: null }];
  const pastDue = addDays(dueOn, 31);
  expect(on('past_due', { holds: held(pastDue) })).toBeNull();
  expect(on('past_due', { holds: held(addDays(pastDue, 1)) })).toBe(pastDue);
});

const anyDay = fc.integer({ min: 0, max: 400 }).map(days => addDays(dueOn, days - 50));
const anyHold = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 60 }))
  .map(([from, days]): HoldPeriod => ({ kind: 'dispute', from, until: addDays(from, days) }));

test('whatever holds there are, exactly so many days ran without one before the step', () => {
  fc.assert(
    fc.property(
      fc.array(anyHold, { maxLength: 6 }),
      fc.integer({ min: 0, max: 200 }),
      (holds, days) => {
        const reached = firstDayBeyond(dueOn, days, holds) as CalendarDate;
        const isHeld = (date: CalendarDate) =>
          holds.some(({ from, until }) => from <= date && date <= (until ?? date));
        let ran = 0;
        for (let past = 1; past <= daysBetween(dueOn, reached); past += 1) {
          if (!isHeld(addDays(dueOn, past))) ran += 1;
        }
        expect(ran).toBe(days + 1);
        expect(isHeld(reached)).toBe(false);
      },
    ),
  );
});
