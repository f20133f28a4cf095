import { describe, expect, it, test } from 'vitest';
import {
  isOpen,
  mayMove,
  movesBetween,
  openStates,
  PaymentState,
  paymentMoves,
} from '#shared/payments/states.ts';

const ended: readonly PaymentState[] = PaymentState.options.filter(
  state => paymentMoves[state].length === 0,
);

describe('the states of a payment', () => {
  it('a payment that was not charged, declined, voided or refunded stays so', () => {
    expect([...ended].sort()).toEqual(
      ['declined', 'expired', 'not_charged', 'refunded', 'returned', 'voided'].sort(),
    );
  });

  it('an unknown outcome becomes approved, declined or not charged, and is never sent again', () => {
    expect(paymentMoves.unknown).toEqual(['approved', 'declined', 'not_charged']);
    for (const state of PaymentState.options.filter(each => each !== 'ready')) {
      expect(mayMove(state, 'sent')).toBe(false);
    }
  });

  it('nothing goes back to ready', () => {
    for (const state of PaymentState.options) expect(mayMove(state, 'ready')).toBe(false);
  });

  it('a charge is never forgotten: nothing leads from approved to declined or not charged', () => {
    expect(movesBetween('approved', 'declined')).toBeUndefined();
    expect(movesBetween('approved', 'not_charged')).toBeUndefined();
  });

  it('every state that is still open can end, and only those hold the account', () => {
    for (const state of openStates) {
      expect(movesBetween(state, 'not_charged')).toBeDefined();
      expect(isOpen(state)).toBe(true);
    }
    expect(PaymentState.options.filter(isOpen)).toEqual([...openStates]);
  });

  test.each([
    ['unknown', 'settled', ['approved', 'posted', 'settled']],
    ['sent', 'voided', ['approved', 'voided']],
    ['approved', 'approved', []],
    ['declined', 'approved', undefined],
  ] as const)('from %s the way to %s is %j', (from, to, way) => {
    expect(movesBetween(from, to)).toEqual(way);
  });
});
