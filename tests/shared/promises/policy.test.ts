import { describe, expect, it, test } from 'vitest';
import type { Payment } from '#shared/billing/payment.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { promiseDateFault } from '#shared/promises/policy.ts';
import { promiseStanding } from '#shared/promises/standing.ts';
import { wireDateFault } from '#shared/wires/policy.ts';

const day = (text: string) => text as CalendarDate;
const at = (text: string) => text as Instant;
const zone = 'Pacific/Honolulu';
/** Already the 22nd in London, still the 21st in Honolulu. */
const madeAt = at('2026-11-22T07:30:00.000Z');

describe('the day of a promise, in the calendar of the guarantor', () => {
  test.each([
    ['2026-11-21', 'not_in_future'],
    ['2026-11-20', 'not_in_future'],
    ['2026-11-22', undefined],
    ['2026-12-21', undefined],
    ['2026-12-22', 'too_late'],
  ])('%s: %s', (on, fault) => {
    expect(promiseDateFault(day(on), madeAt, zone)).toBe(fault);
  });
});

describe('the day of a wire', () => {
  test.each([
    ['2026-11-20', 'in_past'],
    ['2026-11-21', 'banks_closed'],
    ['2026-11-23', undefined],
    ['2026-11-26', 'banks_closed'],
    ['2026-12-21', undefined],
    ['2026-12-22', 'too_late'],
  ])('%s: %s', (on, fault) => {
    expect(wireDateFault(day(on), madeAt, zone)).toBe(fault);
  });
});

describe('a promise', () => {
  const madeOn = day('2026-11-21');
  const promise = { amountCents: cents(31_240), madeAt, promisedOn: day('2026-12-01') };
  const payment = (amount: number, takenAt: string, state = 'posted') =>
    ({ amountCents: cents(amount), takenAt: at(takenAt), state }) as Payment;
  const standing = (payments: Payment[], today: string) =>
    promiseStanding(promise, payments, { timeZone: zone, today: day(today) });

  it('is open through its own day, and broken the day after', () => {
    expect(standing([], '2026-12-01')).toBe('open');
    expect(standing([], '2026-12-02')).toBe('broken');
  });

  it('is broken by what comes after its day, and kept by what arrives by itself', () => {
    const late = payment(31_240, '2026-12-02T20:00:00.000Z');
    expect(standing([late], '2026-12-03')).toBe('broken');
    // Still the first of December in Honolulu.
    const wire = payment(31_240, '2026-12-02T08:00:00.000Z', 'received');
    expect(standing([wire], '2026-12-03')).toBe('kept');
  });

  it('is what the backend has decided, whatever can be seen here', () => {
    const decided = (changes: { keptOn?: CalendarDate; brokenOn?: CalendarDate }) =>
      promiseStanding({ ...promise, ...changes }, [], { timeZone: zone, today: madeOn });
    expect(decided({ keptOn: day('2026-11-25') })).toBe('kept');
    expect(decided({ brokenOn: day('2026-12-02') })).toBe('broken');
  });

  it('is kept by what was paid since, in one or more, and by nothing from before or declined', () => {
    const half = payment(15_620, '2026-11-25T10:00:00.000Z');
    expect(standing([half], '2026-12-01')).toBe('open');
    expect(standing([half, half], '2026-12-05')).toBe('kept');
    const before = payment(31_240, '2026-11-20T10:00:00.000Z');
    const declined = payment(31_240, '2026-11-25T10:00:00.000Z', 'declined');
    expect(standing([before, declined], '2026-12-02')).toBe('broken');
  });
});
