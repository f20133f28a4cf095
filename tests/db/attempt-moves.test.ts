import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MoveRefused } from '#db/failures.ts';
import type { WriteDb } from '#db/handles.ts';
import { auditTrail } from '#db/journal/audit.ts';
import { commitAttempt } from '#db/journal/commit-attempt.ts';
import { askLater, followAttempt, moveAttempt } from '#db/journal/move-attempt.ts';
import {
  allocationsOf,
  attemptHistory,
  attemptsDue,
  attemptsOfCall,
  openAttempts,
  readAttempt,
  triesOf,
} from '#db/journal/payment-attempts.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { isOpen, mayMove, movesBetween, PaymentState } from '#shared/payments/states.ts';
import { newJournal } from './desk-files.ts';
import { anAttempt, at, beginCall, callId, newKey } from './rows.ts';

const now = at('2026-11-21T18:04:13Z');

function journalWithCall(): WriteDb {
  const db = newJournal();
  beginCall(db);
  return db;
}

function attemptIn(db: WriteDb, state: PaymentState): AttemptKey | undefined {
  const key = newKey();
  if (!movesBetween('ready', state)) return undefined;
  commitAttempt(db, anAttempt(key));
  followAttempt(db, key, state, {}, now);
  return key;
}

describe('a confirmed payment is committed before the network hears of it', () => {
  it('with its allocations, its history and an audit record', () => {
    const db = journalWithCall();
    const attempt = anAttempt();
    commitAttempt(db, attempt);
    expect(readAttempt(db, attempt.key)).toEqual({
      key: attempt.key,
      callId,
      guarantorId: '300441207',
      amountCents: 31_240,
      method: { kind: 'card', brand: 'visa', last4: '4242' },
      state: 'ready',
      committedAt: attempt.committedAt,
      stateAt: attempt.committedAt,
      refusal: null,
      decline: null,
      confirmation: null,
      postingOn: null,
      overriddenAt: null,
    });
    expect(allocationsOf(db, attempt.key)).toEqual(attempt.allocation);
    expect(attemptHistory(db, attempt.key)).toEqual([{ state: 'ready', at: attempt.committedAt }]);
    expect(auditTrail(db, attempt.key)).toMatchObject([
      { action: 'payment_confirmed', userId: 'r.ames' },
    ]);
  });

  it('a split that does not add up is not written at all', () => {
    const db = journalWithCall();
    expect(() => commitAttempt(db, { ...anAttempt(), amountCents: cents(31_241) })).toThrow(
      RangeError,
    );
    expect(openAttempts(db)).toEqual([]);
  });

  it('the same key cannot be committed twice, and the second leaves no trace', () => {
    const db = journalWithCall();
    const attempt = anAttempt();
    commitAttempt(db, attempt);
    expect(() => commitAttempt(db, attempt)).toThrow(/UNIQUE/);
    expect(auditTrail(db, attempt.key)).toHaveLength(1);
  });

  it('a payment on a call that this desk does not know is refused', () => {
    expect(() => commitAttempt(newJournal(), anAttempt())).toThrow(/FOREIGN KEY/);
  });
});

describe('the database itself refuses every move that is not in the table', () => {
  const reachable = PaymentState.options.filter(state => movesBetween('ready', state));

  it.each(reachable)('from %s', from => {
    const db = journalWithCall();
    for (const to of PaymentState.options.filter(each => each !== from)) {
      const key = attemptIn(db, from);
      if (!key) throw new Error('not reachable');
      const move = () => moveAttempt(db, key, to, {}, now);
      if (mayMove(from, to)) expect(move().state).toBe(to);
      else expect(move, `${from} to ${to}`).toThrow(MoveRefused);
      expect(readAttempt(db, key)?.state).toBe(mayMove(from, to) ? to : from);
    }
  });

  it('even when somebody writes SQL by hand', () => {
    const db = journalWithCall();
    const key = attemptIn(db, 'declined');
    const byHand = (sql: string) => () => db.prepare(sql).run({ key });
    const where = 'WHERE attempt_key = :key';
    expect(byHand(`UPDATE payment_attempt SET state = 'approved' ${where}`)).toThrow(
      /may not move/,
    );
    expect(byHand(`UPDATE payment_attempt SET state = 'paid' ${where}`)).toThrow();
    expect(byHand(`UPDATE payment_attempt SET amount_cents = 1 ${where}`)).toThrow(/never changed/);
    expect(byHand(`DELETE FROM payment_attempt ${where}`)).toThrow(/never deleted/);
    expect(byHand(`DELETE FROM attempt_state_change ${where}`)).toThrow(/never deleted/);
    expect(byHand(`UPDATE attempt_state_change SET at = 0 ${where}`)).toThrow(/never changed/);
    expect(byHand(`DELETE FROM local_audit WHERE subject = :key`)).toThrow(/never deleted/);
    expect(byHand(`UPDATE local_audit SET user_id = 'x' WHERE subject = :key`)).toThrow(
      /never changed/,
    );
    expect(
      byHand(`INSERT INTO payment_attempt (attempt_key, call_id, guarantor_id, user_id, amount_cents, brand,
          last4, split, order_fingerprint, state, committed_at, state_at, next_try_at)
        SELECT 'k' || attempt_key, call_id, guarantor_id, user_id, amount_cents, brand, last4, split,
          order_fingerprint, 'approved', committed_at, state_at, next_try_at FROM payment_attempt ${where}`),
    ).toThrow(/begins as ready/);
  });

  it('on any walk, legal or not, the journal stays where the table of moves says', () => {
    const db = journalWithCall();
    const walk = fc.array(fc.constantFrom(...PaymentState.options), { maxLength: 12 });
    fc.assert(
      fc.property(walk, steps => {
        const key = newKey();
        commitAttempt(db, anAttempt(key));
        let expected: PaymentState = 'ready';
        for (const to of steps) {
          const legal = to === expected || mayMove(expected, to);
          try {
            moveAttempt(db, key, to, {}, now);
            expect(legal).toBe(true);
            expected = to;
          } catch (failure) {
            expect(failure).toBeInstanceOf(MoveRefused);
            expect(legal).toBe(false);
          }
        }
        expect(readAttempt(db, key)?.state).toBe(expected);
        expect(attemptHistory(db, key).at(-1)?.state).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an attempt that the backend knows more of', () => {
  it('is brought there through every state in between', () => {
    const db = journalWithCall();
    const key = attemptIn(db, 'unknown') as AttemptKey;
    const facts = { confirmation: '7KD-4RX-A3P', postingOn: '2026-11-24' as CalendarDate };
    expect(followAttempt(db, key, 'settled', facts, now)).toMatchObject({
      state: 'settled',
      ...facts,
    });
    const states = attemptHistory(db, key).map(change => change.state);
    expect(states).toEqual(['ready', 'sent', 'unknown', 'approved', 'posted', 'settled']);
  });

  it('hearing the same truth twice writes it once', () => {
    const db = journalWithCall();
    const key = attemptIn(db, 'approved') as AttemptKey;
    const before = attemptHistory(db, key);
    expect(followAttempt(db, key, 'approved', {}, now).state).toBe('approved');
    expect(attemptHistory(db, key)).toEqual(before);
  });

  it('a truth that no moves lead to changes nothing', () => {
    const db = journalWithCall();
    const key = attemptIn(db, 'approved') as AttemptKey;
    expect(() => followAttempt(db, key, 'declined', { decline: 'lost_card' }, now)).toThrow(
      MoveRefused,
    );
    expect(readAttempt(db, key)).toMatchObject({ state: 'approved', decline: null });
  });

  it('an attempt of another desk is nobody’s to move', () => {
    expect(() => moveAttempt(newJournal(), newKey(), 'sent', {}, now)).toThrow(RangeError);
  });
});

describe('what is still open is asked after when its time has come', () => {
  it('and every open state is, whatever became of the program', () => {
    const db = journalWithCall();
    const reachable = PaymentState.options.filter(state => attemptIn(db, state));
    const open = openAttempts(db).map(attempt => attempt.state);
    expect(open.sort()).toEqual(reachable.filter(isOpen).sort());
    expect(attemptsOfCall(db, callId)).toHaveLength(reachable.length);
    expect(attemptsDue(db, at('2026-11-21T18:05:11Z'))).toEqual([]);
    expect(attemptsDue(db, at('2026-11-21T18:05:12Z'))).toHaveLength(open.length);
  });

  it('asked in vain, it waits', () => {
    const db = journalWithCall();
    const key = attemptIn(db, 'unknown') as AttemptKey;
    askLater(db, key, at('2026-11-21T19:00:00Z'));
    expect(triesOf(db, key)).toBe(1);
    expect(attemptsDue(db, at('2026-11-21T18:59:59Z'))).toEqual([]);
    expect(attemptsDue(db, at('2026-11-21T19:00:00Z'))).toHaveLength(1);
  });

  it('is asked at once when it was put off by a clock that ran ahead', () => {
    const db = journalWithCall();
    const key = attemptIn(db, 'unknown') as AttemptKey;
    askLater(db, key, at('2026-11-22T18:06:00Z'));
    expect(attemptsDue(db, at('2026-11-22T18:05:00Z'))).toEqual([]);
    expect(attemptsDue(db, at('2026-11-21T18:05:00Z'))).toHaveLength(1);
  });
});
