import { expect, it, test } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { clocksStandStill } from '#shared/promises/clocks.ts';

const today = '2026-12-01' as CalendarDate;
const nothing = { promise: null, openApplications: 0, planDueOn: null, allDisputed: false };

test.each([
  ['nothing at all', {}, undefined],
  ['an open promise', { promise: 'open' as const }, 'promise'],
  ['a kept promise', { promise: 'kept' as const }, undefined],
  ['a broken promise', { promise: 'broken' as const }, undefined],
  ['an open application', { openApplications: 1 }, 'application'],
  ['a plan whose next payment is today', { planDueOn: today }, 'plan'],
  ['a plan that missed yesterday', { planDueOn: '2026-11-30' as CalendarDate }, undefined],
  ['a dispute of everything that is overdue', { allDisputed: true }, 'dispute'],
])('with %s the clocks of late fees and collections: %s', (_what, holds, why) => {
  expect(clocksStandStill({ ...nothing, ...holds }, today)).toBe(why);
});

it('an application is named before a promise', () => {
  const both = { ...nothing, promise: 'open' as const, openApplications: 2 };
  expect(clocksStandStill(both, today)).toBe('application');
});
