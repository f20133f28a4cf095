import { describe, expect, it } from 'vitest';
import { payableCharges } from '#shared/balance/payable.ts';
import { cents } from '#shared/money/cents.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { marisol } from '#tests/shared/balance/marisol.ts';
import { payOfPlan } from '../../../renderer/call/plan/pay-of-plan.ts';

const charges = payableCharges(marisol, 'medical');
const [mri, laboratory, visit] = charges.map(charge => charge.chargeId) as [string, string, string];
const planOf = (...own: string[]) =>
  ({
    openCharges: charges.filter(each => own.includes(each.chargeId)),
  }) as unknown as AgreedPlan;

describe('a payment of a plan', () => {
  it('goes by the usual rule where that pays the plan alone', () => {
    expect(payOfPlan(planOf(mri, laboratory), cents(25_000), marisol)).toMatchObject({
      ledger: 'medical',
      choice: 'other',
      typed: '250.00',
      split: 'oldest_first',
      parts: {},
    });
  });

  it('is put on the charges of the plan by hand where something beside it is older', () => {
    expect(payOfPlan(planOf(laboratory, visit), cents(25_000), marisol)).toMatchObject({
      split: 'by_hand',
      parts: { [laboratory]: '100.00', [visit]: '150.00' },
    });
  });
});
