import { describe, expect, it } from 'vitest';
import { businessDaysBetween } from '#shared/calendar/bank-calendar.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { Instant } from '#shared/calendar/dates.ts';
import { type Followed, voidRefusal } from '#shared/payments/may-follow.ts';

const taken = (changes: Partial<Followed> = {}): Followed => ({
  state: 'approved',
  takenAt: Instant.parse('2026-11-24T18:00:00.000Z'),
  originateOn: null,
  timeZone: 'America/Los_Angeles',
  now: Instant.parse('2026-11-24T20:00:00.000Z'),
  ...changes,
});

describe('a void', () => {
  it('is for an approved payment until the cut-off of its day, in its region', () => {
    expect(voidRefusal(taken())).toBe(null);
    const atCutOff = Instant.parse('2026-11-25T01:00:00.000Z');
    expect(voidRefusal(taken({ now: atCutOff }))).toBe('too_late_to_void');
    for (const state of ['posted', 'settled', 'refunded', 'received'] as const) {
      expect(voidRefusal(taken({ state }))).toBe('not_voidable');
    }
  });

  it('is for a debit until the cut-off of the day that takes it to the bank, however long after the call', () => {
    const originateOn = '2026-12-01' as CalendarDate;
    const before = Instant.parse('2026-12-02T00:59:59.000Z');
    const after = Instant.parse('2026-12-02T01:00:00.000Z');
    expect(voidRefusal(taken({ originateOn, now: before }))).toBe(null);
    expect(voidRefusal(taken({ originateOn, now: after }))).toBe('too_late_to_void');
    expect(voidRefusal(taken({ originateOn, state: 'originated' }))).toBe('too_late_to_void');
  });
});

it('business days between two days leave out weekends and holidays, and are none backwards', () => {
  const days = (from: string, to: string) =>
    businessDaysBetween(from as CalendarDate, to as CalendarDate);
  // Thanksgiving is on the 26th.
  expect(days('2026-11-25', '2026-11-30')).toBe(2);
  expect(days('2026-11-27', '2026-11-29')).toBe(0);
  expect(days('2026-11-30', '2026-11-27')).toBe(0);
});
