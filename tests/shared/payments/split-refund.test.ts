import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundLines } from '#shared/ledger/refund-lines.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import { type RefundablePart, splitRefund } from '#shared/payments/split-refund.ts';

const part = (chargeId: string, creditCents: number, appliedCents: number): RefundablePart => ({
  chargeId,
  accountId: 'a',
  ledger: 'medical',
  creditCents: cents(creditCents),
  appliedCents: cents(appliedCents),
});

describe('where a refund is taken from', () => {
  it('is the credit before any charge, and the youngest charge before the oldest', () => {
    const parts = [part('old', 0, 500), part('young', 100, 400)];
    expect(splitRefund(cents(100), parts)).toMatchObject([
      { chargeId: 'young', creditCents: 100, reopenedCents: 0 },
    ]);
    expect(splitRefund(cents(600), parts)).toMatchObject([
      { chargeId: 'young', creditCents: 100, reopenedCents: 400 },
      { chargeId: 'old', creditCents: 0, reopenedCents: 100 },
    ]);
  });

  it('is nowhere when more is asked for than is left', () => {
    expect(splitRefund(cents(501), [part('old', 0, 500)])).toBeUndefined();
  });

  const parts = fc.array(
    fc
      .tuple(fc.nat(100_000), fc.nat(100_000))
      .map(([credit, applied]) => part('x', credit, applied)),
    { minLength: 1, maxLength: 8 },
  );
  it('adds up to the refund to the cent, never more of a part than it holds, in balanced lines', () => {
    fc.assert(
      fc.property(parts, fc.nat(1_000_000), (held, asked) => {
        const left = held.reduce((sum, each) => sum + each.creditCents + each.appliedCents, 0);
        const amount = cents(Math.min(asked + 1, Math.max(left, 1)));
        const taken = splitRefund(amount, held);
        if (left < amount) return expect(taken).toBeUndefined();
        const sum = (pick: (each: NonNullable<typeof taken>[number]) => Cents) =>
          (taken ?? []).reduce((total, each) => total + pick(each), 0);
        expect(sum(each => each.creditCents) + sum(each => each.reopenedCents)).toBe(amount);
        // Nothing is opened again while a credit is left.
        const credit = held.reduce((total, each) => total + each.creditCents, 0);
        expect(sum(each => each.creditCents)).toBe(Math.min(credit, amount));
        const lines = refundLines('card_payment_refunded', taken ?? []);
        expect(lines.reduce((total, line) => total + line.debitCents - line.creditCents, 0)).toBe(
          0,
        );
        expect(lines.reduce((total, line) => total + line.debitCents, 0)).toBe(amount);
      }),
    );
  });
});
