import { describe, expect, it } from 'vitest';
import { instantOf } from '#shared/calendar/dates.ts';
import { lastedMs } from '#shared/call/call-length.ts';

const minute = 60_000;
const month = 30 * 24 * 60 * minute;

describe('how long a call has lasted', () => {
  it('is the time since it began', () => {
    expect(lastedMs({ startedAt: instantOf(0), skips: [] }, 4 * minute)).toBe(4 * minute);
  });

  it('is never less than nothing, when the clock was set back', () => {
    expect(lastedMs({ startedAt: instantOf(minute), skips: [] }, 0)).toBe(0);
  });

  it('leaves out what a sandbox was moved past during it, from the move on', () => {
    const skips = [
      { at: instantOf(2 * minute), byMs: month },
      { at: instantOf(month + 3 * minute), byMs: month },
    ];
    const call = { startedAt: instantOf(minute), skips };
    expect(lastedMs(call, 2 * minute)).toBe(minute);
    expect(lastedMs(call, month + 3 * minute)).toBe(2 * minute);
    expect(lastedMs(call, 2 * month + 5 * minute)).toBe(4 * minute);
  });

  it('loses nothing to a move before it', () => {
    const skips = [{ at: instantOf(0), byMs: month }];
    const call = { startedAt: instantOf(month + minute), skips };
    expect(lastedMs(call, month + 5 * minute)).toBe(4 * minute);
  });
});
