import { describe, expect, it } from 'vitest';
import { createDeskClock, type Moved } from '#electron/desk/desk-clock.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { lastedMs } from '#shared/call/call-length.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { Hello } from '#shared/contract/session.ts';

const DAY_MS = 24 * 3_600_000;
const START = Date.parse('2026-11-22T15:00Z');

function aDesk({ sandbox, moved }: { sandbox: boolean; moved?: Moved | undefined }) {
  let realMs = START;
  let moves = 0;
  const clock = createDeskClock({
    real: { nowMs: () => realMs },
    sandbox,
    moved,
    onMoved: () => {
      moves += 1;
    },
  });
  return {
    clock,
    moves: () => moves,
    wait: (ms: number) => {
      realMs += ms;
    },
  };
}

const hello = (changes: Partial<Hello>): Hello => ({
  product: 'remit-backend',
  protocolVersion: PROTOCOL_VERSION,
  sandbox: true,
  now: instantOf(START),
  ...changes,
});

describe('the clock of a desk', () => {
  it('is so far ahead as a sandbox says, and goes on from there', () => {
    const desk = aDesk({ sandbox: true });
    desk.clock.follow(hello({ aheadMs: 30 * DAY_MS }));
    desk.wait(5_000);
    expect(desk.clock.nowMs()).toBe(START + 30 * DAY_MS + 5_000);
    desk.clock.follow(hello({ aheadMs: 30 * DAY_MS }));
    expect(desk.moves()).toBe(1);
  });

  it.each([
    ['a desk that is no sandbox', false, {}],
    ['a backend that is no sandbox', true, { sandbox: false }],
    ['a backend of another protocol', true, { protocolVersion: PROTOCOL_VERSION + 1 }],
  ])('is not moved: %s', (_, sandbox, changes) => {
    const desk = aDesk({ sandbox });
    desk.clock.follow(hello({ aheadMs: 30 * DAY_MS, now: instantOf(0), ...changes }));
    expect(desk.clock.nowMs()).toBe(START);
    expect(desk.moves()).toBe(0);
  });

  it('goes back to the real time when the next backend is no sandbox, or one that was never moved', () => {
    for (const next of [hello({ sandbox: false }), hello({ aheadMs: 0 }), hello({})]) {
      const desk = aDesk({ sandbox: true });
      desk.clock.follow(hello({ aheadMs: 30 * DAY_MS }));
      desk.clock.follow(next);
      expect(desk.clock.nowMs()).toBe(START);
    }
  });

  it('knows what of a call was skipped, and nothing of what was skipped before it', () => {
    const desk = aDesk({ sandbox: true });
    desk.clock.follow(hello({ aheadMs: DAY_MS }));
    desk.wait(60_000);
    const startedAt = instantOf(desk.clock.nowMs());
    desk.wait(60_000);
    desk.clock.follow(hello({ aheadMs: 3 * DAY_MS }));
    desk.clock.follow(hello({ aheadMs: 31 * DAY_MS }));
    const { skips } = desk.clock.moved();
    expect(skips).toHaveLength(3);
    expect(lastedMs({ startedAt, skips }, desk.clock.nowMs())).toBe(60_000);
  });

  it('is where it was when the desk was closed, in a sandbox and nowhere else', () => {
    const moved = { aheadMs: 5 * DAY_MS, skips: [] };
    expect(aDesk({ sandbox: true, moved }).clock.nowMs()).toBe(START + 5 * DAY_MS);
    expect(aDesk({ sandbox: false, moved }).clock.nowMs()).toBe(START);
  });
});
