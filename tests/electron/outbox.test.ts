import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackendNonsense, BackendRefused, BackendUnreachable } from '#electron/backend/failures.ts';
import { waitBeforeSending } from '#electron/outbox/back-off.ts';
import { Unreadable } from '#electron/outbox/send-owed.ts';
import { whyNotSent } from '#electron/outbox/why-not-sent.ts';
import { ProblemCode } from '#shared/contract/problem.ts';

describe('the wait before something unsent is tried again', () => {
  it('is left to chance in full, twice as long at most each time, a minute at the longest', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, chance) => {
          const wait = waitBeforeSending(tries, chance);
          expect(wait).toBeGreaterThanOrEqual(200);
          expect(wait).toBeLessThanOrEqual(Math.min(60_000, 1_500 * 2 ** Math.min(tries, 10)));
        },
      ),
    );
    expect(waitBeforeSending(3, 0)).toBe(200);
    expect(waitBeforeSending(3, 1)).toBe(12_000);
  });
});

describe('what did not get there', () => {
  const refused = (code: ProblemCode, retryAfterSeconds?: number) =>
    new BackendRefused({ code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });

  it('is set aside for what it says itself, and for nothing that passes', () => {
    const aside = ProblemCode.options.filter(code => whyNotSent(refused(code), 0).isPoison);
    expect(aside.sort()).toEqual([
      'amount_over_balance',
      'bad_request',
      'key_reused',
      'not_allowed',
      'not_found',
      'not_verified',
    ]);
    expect(whyNotSent(new Unreadable(''), 0)).toEqual({ reason: 'unreadable', isPoison: true });
    for (const failure of [new BackendUnreachable(''), new BackendNonsense('')]) {
      expect(whyNotSent(failure, 1_000).isPoison).toBe(false);
    }
  });

  it('is set aside when the backend stumbles over it again and again', () => {
    expect(whyNotSent(refused('internal'), 24).isPoison).toBe(false);
    expect(whyNotSent(refused('internal'), 25).isPoison).toBe(true);
  });

  it('waits as long as it is asked to, ten minutes at most', () => {
    expect(whyNotSent(refused('too_many_requests', 7), 0).waitMs).toBe(7_000);
    expect(whyNotSent(refused('unavailable', 86_400), 0).waitMs).toBe(600_000);
    const byGateway = new BackendNonsense('', { retryAfterSeconds: 3 });
    expect(whyNotSent(byGateway, 0).waitMs).toBe(3_000);
    expect(whyNotSent(refused('unavailable'), 0).waitMs).toBeUndefined();
  });
});
