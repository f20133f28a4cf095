import { describe, expect, it } from 'vitest';
import { afterDecline, attemptToShow } from '../../../renderer/call/payment/which-attempt.ts';
import { anAttempt } from './an-attempt.ts';

describe('the result that stands in the panel', () => {
  it('is the newest, until it is put aside', () => {
    const [first, second] = [anAttempt({}), anAttempt({ state: 'approved' })];
    expect(attemptToShow([second, first], null)).toBe(second);
    expect(attemptToShow([first, second], second.key)).toBeUndefined();
    expect(attemptToShow([], null)).toBeUndefined();
  });

  it('is an attempt without an outcome, whatever else was asked for', () => {
    const unknown = anAttempt({ state: 'unknown' });
    const later = anAttempt({ state: 'not_charged' });
    expect(attemptToShow([unknown, later], null)).toBe(unknown);
    expect(attemptToShow([unknown], unknown.key)).toBe(unknown);
  });
});

describe('after a decline', () => {
  const soft = () => anAttempt({ decline: 'insufficient_funds' });

  it('a card with too few funds may be tried twice again, and no third time', () => {
    const tries = [soft(), soft(), soft()] as const;
    expect(afterDecline(tries.slice(0, 1), tries[0])).toBe('try_again');
    expect(afterDecline(tries.slice(0, 2), tries[1])).toBe('try_again');
    expect(afterDecline(tries, tries[2])).toBe('too_often');
  });

  it('a stolen card is never tried again', () => {
    const stolen = anAttempt({ decline: 'stolen_card' });
    expect(afterDecline([stolen], stolen)).toBe('other_card');
  });

  it('another card does not count against this one', () => {
    const others = [1, 2, 3].map(() =>
      anAttempt({ decline: 'card_declined', method: { brand: 'visa', last4: '9995' } }),
    );
    const own = soft();
    expect(afterDecline([...others, own], own)).toBe('try_again');
  });
});
