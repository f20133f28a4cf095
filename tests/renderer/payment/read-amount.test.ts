import { describe, expect, it } from 'vitest';
import { aCharge, coverageAccountId, marisol } from '#tests/shared/balance/marisol.ts';
import { emptyPayForm } from '../../../renderer/call/payment/pay-form.ts';
import { readAmount } from '../../../renderer/call/payment/read-amount.ts';
import { knownMarisol } from './known-marisol.ts';

const typed = (text: string) => ({ ...emptyPayForm, choice: 'other' as const, typed: text });
const withPremium = knownMarisol({
  charges: [
    ...marisol.charges,
    aCharge({ accountId: coverageAccountId, kind: 'premium', openCents: 41_250 }),
  ],
});

describe('the amount to pay', () => {
  it('starts with what is past due', () => {
    const read = readAmount(emptyPayForm, knownMarisol());
    expect(read).toMatchObject({ choice: 'past_due', text: '312.40', amountCents: 31_240 });
    expect(read.choices).toEqual({ all: 128_460, past_due: 31_240, statement: 97_220 });
  });

  it('starts with the statement when nothing is past due', () => {
    const charges = marisol.charges.filter(charge => charge.dueOn === '2026-11-28');
    expect(readAmount(emptyPayForm, knownMarisol({ charges }))).toMatchObject({
      choice: 'statement',
      amountCents: 97_220,
    });
  });

  it('is read as people type it', () => {
    expect(readAmount(typed('$1,284.6'), knownMarisol()).amountCents).toBe(128_460);
  });

  it('is refused above what is open, by how much', () => {
    const read = readAmount(typed('1284.61'), knownMarisol());
    expect(read).toMatchObject({ fault: 'over_balance', overCents: 1, mostCents: 128_460 });
    expect(read.amountCents).toBeUndefined();
  });

  it('says what is wrong with nonsense, zero and nothing', () => {
    const faults = ['abc', '0', ''].map(text => readAmount(typed(text), knownMarisol()).fault);
    expect(faults).toEqual(['not_an_amount', 'zero', 'empty']);
  });

  it('never mixes care and premium', () => {
    const care = readAmount(emptyPayForm, withPremium);
    expect(care).toMatchObject({ ledgerOpen: true, ledger: 'medical', mostCents: 128_460 });
    const premium = readAmount({ ...emptyPayForm, ledger: 'premium' }, withPremium);
    expect(premium).toMatchObject({ ledger: 'premium', mostCents: 41_250 });
  });

  it('leaves out accounts whose payment is still open', () => {
    const accounts = marisol.accounts.map(account => ({ ...account, held: true }));
    expect(readAmount(emptyPayForm, knownMarisol({ accounts })).mostCents).toBe(0);
  });
});
