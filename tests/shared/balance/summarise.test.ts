import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ageCharges, ageingBuckets, bucketOf } from '#shared/balance/ageing.ts';
import { duplicateOf } from '#shared/balance/duplicate.ts';
import { daysOverdue, isOverdue } from '#shared/balance/overdue.ts';
import { overpayment, payableCents, payableCharges } from '#shared/balance/payable.ts';
import { summarise } from '#shared/balance/summarise.ts';
import type { Balance } from '#shared/billing/balance.ts';
import type { Payment } from '#shared/billing/payment.ts';
import { addDays, type Instant } from '#shared/calendar/dates.ts';
import { cents, sumCents } from '#shared/money/cents.ts';
import { PaymentState } from '#shared/payments/states.ts';
import { aCharge, coverageAccountId, marisol, sonsAccountId, today } from './marisol.ts';

const withPremium: Balance = {
  ...marisol,
  charges: [
    ...marisol.charges,
    aCharge({
      accountId: coverageAccountId,
      kind: 'premium',
      insurance: 'none',
      dueOn: '2026-11-01',
      openCents: 45_000,
    }),
  ],
};

describe('the headline of a balance', () => {
  it('says what is due, what is past due and how old the oldest of it is', () => {
    const summary = summarise(marisol, today);
    expect(summary).toMatchObject({
      openCents: 128_460,
      overdueCents: 31_240,
      oldestOverdueDays: 47,
      pendingInsuranceCents: 97_220,
      statement: { statementNumber: 'S-2026-11', openCents: 97_220 },
    });
    expect(summary.ageing).toMatchObject({ current: 97_220, days_31_60: 31_240 });
  });

  it('keeps medical and premium apart', () => {
    const { ledgers, openCents } = summarise(withPremium, today);
    expect(ledgers.medical.openCents).toBe(128_460);
    expect(ledgers.premium).toMatchObject({
      openCents: 45_000,
      overdueCents: 45_000,
      oldestOverdueDays: 20,
    });
    expect(openCents).toBe(173_460);
  });

  it('knows each account, one with nothing open among them', () => {
    const { accounts } = summarise(marisol, today);
    expect(accounts.get(sonsAccountId)?.openCents).toBe(97_220);
    expect(accounts.get(coverageAccountId)).toMatchObject({
      openCents: 0,
      oldestOverdueDays: 0,
      statement: null,
    });
  });

  it('a credit makes the total smaller and is never past due', () => {
    const credit = aCharge({ kind: 'adjustment', dueOn: '2026-01-01', openCents: -2_000 });
    const summary = summarise({ ...marisol, charges: [...marisol.charges, credit] }, today);
    expect(summary.openCents).toBe(126_460);
    expect(summary.overdueCents).toBe(31_240);
  });
});

describe('ageing', () => {
  test.each([
    [-10, 'current'],
    [0, 'current'],
    [1, 'days_1_30'],
    [30, 'days_1_30'],
    [31, 'days_31_60'],
    [60, 'days_31_60'],
    [61, 'days_61_90'],
    [90, 'days_61_90'],
    [91, 'days_91_on'],
    [2000, 'days_91_on'],
  ] as const)('%i days after the due date a charge is in %s', (days, bucket) => {
    expect(bucketOf(aCharge({ dueOn: addDays(today, -days) }), today)).toBe(bucket);
  });

  it('on its due date a charge is not late; the day after it is', () => {
    const charge = aCharge({ dueOn: today });
    expect(isOverdue(charge, today)).toBe(false);
    expect(daysOverdue(charge, addDays(today, 1))).toBe(1);
  });

  it('what is on no statement yet, and what is paid, is never late', () => {
    expect(isOverdue(aCharge({ dueOn: null }), today)).toBe(false);
    expect(isOverdue(aCharge({ openCents: 0 }), today)).toBe(false);
  });

  it('the buckets always add up to what is open', () => {
    const anyCharge = fc
      .record({
        days: fc.option(fc.integer({ min: -100, max: 500 })),
        openCents: fc.integer({ min: -9_000, max: 900_000 }),
      })
      .map(({ days, openCents }) =>
        aCharge({
          openCents: cents(openCents),
          dueOn: days === null ? null : addDays(today, -days),
        }),
      );
    fc.assert(
      fc.property(fc.array(anyCharge), charges => {
        const aged = ageCharges(charges, today);
        expect(sumCents(ageingBuckets.map(bucket => aged[bucket]))).toBe(
          sumCents(charges.map(charge => charge.openCents)),
        );
      }),
    );
  });
});

describe('what one payment may pay', () => {
  it('is of one ledger', () => {
    expect(payableCents(payableCharges(withPremium, 'medical'))).toBe(128_460);
    expect(payableCents(payableCharges(withPremium, 'premium'))).toBe(45_000);
  });

  it('leaves out accounts whose earlier payment has no outcome yet', () => {
    const accounts = marisol.accounts.map(each => ({
      ...each,
      held: each.accountId === sonsAccountId,
    }));
    expect(payableCents(payableCharges({ ...marisol, accounts }, 'medical'))).toBe(31_240);
  });

  it('more than is open is warned of, to the cent', () => {
    const charges = payableCharges(marisol, 'medical');
    expect(overpayment(cents(128_460), charges)).toBe(0);
    expect(overpayment(cents(128_461), charges)).toBe(1);
    expect(overpayment(cents(1), charges)).toBe(0);
  });
});

describe('the same amount within 24 hours', () => {
  const now = '2026-11-21T20:00:00.000Z' as Instant;
  const paid = (takenAt: string, state: PaymentState = 'approved', amountCents = 31_240) =>
    ({ takenAt, state, amountCents }) as Payment;

  it('is warned of until the 24 hours are over', () => {
    const payment = paid('2026-11-20T20:00:00.001Z');
    expect(duplicateOf([payment], cents(31_240), now)).toBe(payment);
    expect(duplicateOf([paid('2026-11-20T20:00:00.000Z')], cents(31_240), now)).toBeUndefined();
  });

  it('another amount is not', () => {
    expect(duplicateOf([paid('2026-11-21T19:00:00Z')], cents(31_241), now)).toBeUndefined();
  });

  it.each(PaymentState.options)('a payment that is %s counts if money may have moved', state => {
    const nothingMoved = [
      'declined',
      'not_charged',
      'returned',
      'voided',
      'refunded',
      'expired',
    ].includes(state);
    const found = duplicateOf([paid('2026-11-21T19:00:00Z', state)], cents(31_240), now);
    expect(found === undefined).toBe(nothingMoved);
  });

  it('names the newest', () => {
    const older = paid('2026-11-21T10:00:00Z');
    const newer = paid('2026-11-21T19:00:00Z');
    expect(duplicateOf([older, newer], cents(31_240), now)).toBe(newer);
  });
});
