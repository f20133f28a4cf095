import { expect, it } from 'vitest';
import { instantOf } from '#shared/calendar/dates.ts';
import { notResumed, pausesOf } from '#shared/call/recording-pauses.ts';

const at = (minute: number) => instantOf(Date.UTC(2026, 10, 24, 18) + minute * 60_000);
const noted = (...events: [number, string][]) =>
  pausesOf(events.map(([minute, kind]) => ({ at: at(minute), kind })));

it('a pause lasts from when a card is typed until the recording is resumed', () => {
  const pauses = noted([0, 'started'], [1, 'recording_paused'], [2, 'recording_resumed']);
  expect(pauses).toEqual([{ pausedAt: at(1), resumedAt: at(2) }]);
  expect(notResumed(pauses)).toBeUndefined();
  expect(notResumed(noted([0, 'started']))).toBeUndefined();
});

it('one that nothing ended is told of, and a desk that came back does not end it', () => {
  const pauses = noted([1, 'recording_paused'], [2, 'restored'], [9, 'ended']);
  expect(pauses).toEqual([{ pausedAt: at(1), resumedAt: null }]);
  expect(notResumed(pauses)).toBe('never_resumed');
});

it('one that a crash cut short goes on until the next card was typed', () => {
  const pauses = noted(
    [1, 'recording_paused'],
    [2, 'restored'],
    [14, 'recording_paused'],
    [15, 'recording_resumed'],
  );
  expect(pauses).toEqual([{ pausedAt: at(1), resumedAt: at(15) }]);
  expect(notResumed(pauses)).toBe('paused_too_long');
});

it('ten minutes are not too long, and a second more is', () => {
  const pausedAt = at(0);
  expect(notResumed([{ pausedAt, resumedAt: at(10) }])).toBeUndefined();
  expect(notResumed([{ pausedAt, resumedAt: at(10 + 1 / 60) }])).toBe('paused_too_long');
});
