import { describe, expect, it, test } from 'vitest';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { addDays, CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { callbackFault } from '#shared/hardship/callback.ts';
import { dueDayOf } from '#shared/hardship/due-in.ts';
import type { HardshipItemKind } from '#shared/hardship/items.ts';
import { compareCases, priorityOf } from '#shared/hardship/priority.ts';

/** A Wednesday with Thanksgiving the day after. */
const today = CalendarDate.parse('2026-11-25');
const due = (kind: HardshipItemKind, dueOn: CalendarDate) => ({ kind, dueOn });
const inBusinessDays = (count: number) => businessDaysAfter(today, count);

describe('how pressing a case is, where no counselor has said so', () => {
  test.each([
    ['the day before it is due', addDays(today, 1), 'normal'],
    ['on the day it is due', today, 'normal'],
    ['the day after', addDays(today, -1), 'urgent'],
  ] as const)('%s', (_, dueOn, priority) => {
    expect(priorityOf([due('callback', dueOn)], today)).toBe(priority);
  });

  it.each(['decision', 'appeal'] as const)(
    'is urgent in the last five business days of %s',
    kind => {
      expect(priorityOf([due(kind, inBusinessDays(6))], today)).toBe('normal');
      expect(priorityOf([due(kind, inBusinessDays(5))], today)).toBe('urgent');
      expect(priorityOf([due(kind, inBusinessDays(4))], today)).toBe('urgent');
      expect(priorityOf([due('documents', inBusinessDays(4))], today)).toBe('normal');
    },
  );

  it('is urgent for a plan in default, however much later it is due', () => {
    expect(priorityOf([due('plan_default', inBusinessDays(20))], today)).toBe('urgent');
    expect(priorityOf([due('plan_missed', inBusinessDays(3))], today)).toBe('normal');
  });

  it('is low when nothing is due within ten business days', () => {
    const priority = (count: number) =>
      priorityOf(
        [due('renewal', inBusinessDays(count)), due('callback', inBusinessDays(30))],
        today,
      );
    expect([9, 10, 11].map(priority)).toEqual(['normal', 'normal', 'low']);
    expect(priorityOf([], today)).toBe('low');
  });
});

it('the urgent come first, then what is due first, then the oldest', () => {
  const at = (day: number) => instantOf(Date.UTC(2026, 9, day));
  const cases = [
    { priority: 'low', dueOn: null, openedAt: at(1) },
    { priority: 'normal', dueOn: addDays(today, 3), openedAt: at(2) },
    { priority: 'normal', dueOn: addDays(today, 2), openedAt: at(4) },
    { priority: 'normal', dueOn: addDays(today, 2), openedAt: at(3) },
    { priority: 'urgent', dueOn: addDays(today, 9), openedAt: at(5) },
    { priority: 'low', dueOn: addDays(today, 30), openedAt: at(6) },
  ] as const;
  const days = cases.toSorted(compareCases).map(each => Number(each.openedAt.slice(8, 10)));
  expect(days).toEqual([5, 3, 4, 2, 6, 1]);
});

test.each([
  ['2026-11-24', 'callback_in_past'],
  ['2026-11-25', undefined],
  ['2026-11-26', 'date_banks_closed'],
  ['2026-11-28', 'date_banks_closed'],
  ['2026-11-30', undefined],
  ['2027-11-24', undefined],
  ['2027-11-26', 'date_beyond_a_year'],
])('a household can be called back on %s, or is told why not', (day, fault) => {
  expect(callbackFault(CalendarDate.parse(day), today)).toBe(fault);
});

it('what comes up is due in so many business days, over weekends and holidays', () => {
  expect(dueDayOf('referral', today)).toBe('2026-11-30');
  expect(dueDayOf('plan_missed', today)).toBe('2026-12-01');
});
