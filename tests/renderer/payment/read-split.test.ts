import { describe, expect, it } from 'vitest';
import { payableCharges } from '#shared/balance/payable.ts';
import { cents } from '#shared/money/cents.ts';
import { marisol } from '#tests/shared/balance/marisol.ts';
import { emptyPayForm } from '../../../renderer/call/payment/pay-form.ts';
import { partsOldestFirst, readSplit } from '../../../renderer/call/payment/read-split.ts';

const charges = payableCharges(marisol, 'medical');
const [mri, laboratory, visit] = charges.map(charge => charge.chargeId) as [string, string, string];
const byHand = (parts: Record<string, string>) => ({
  ...emptyPayForm,
  split: 'by_hand' as const,
  parts,
});

describe('the split of a payment', () => {
  it('goes to the oldest lines first', () => {
    const { allocation } = readSplit(emptyPayForm, cents(25_000), charges);
    expect(allocation).toEqual([
      { chargeId: mri, amountCents: 21_240 },
      { chargeId: laboratory, amountCents: 3_760 },
    ]);
  });

  it('by hand starts from what the rule would do', () => {
    expect(partsOldestFirst(cents(25_000), charges)).toEqual({
      [mri]: '212.40',
      [laboratory]: '37.60',
    });
  });

  it('by hand is taken as typed once it adds up', () => {
    const form = byHand({ [visit]: '150', [mri]: '' });
    expect(readSplit(form, cents(15_000), charges)).toMatchObject({
      restCents: 0,
      allocation: [{ chargeId: visit, amountCents: 15_000 }],
    });
  });

  it('by hand is not taken while something is missing or too much', () => {
    const missing = readSplit(byHand({ [visit]: '100' }), cents(15_000), charges);
    expect(missing).toMatchObject({ restCents: 5_000, allocation: undefined });
    const tooMuch = readSplit(byHand({ [visit]: '200' }), cents(15_000), charges);
    expect(tooMuch).toMatchObject({ restCents: -5_000, allocation: undefined });
  });

  it('by hand never gives a line more than is open on it', () => {
    const { parts, allocation } = readSplit(
      byHand({ [laboratory]: '150' }),
      cents(15_000),
      charges,
    );
    expect(parts.find(part => part.fault)).toMatchObject({ fault: 'over_line' });
    expect(allocation).toBeUndefined();
  });

  it('by hand refuses what is no amount, though the sum would be right', () => {
    const form = byHand({ [visit]: '150', [mri]: 'x' });
    expect(readSplit(form, cents(15_000), charges).allocation).toBeUndefined();
  });
});
