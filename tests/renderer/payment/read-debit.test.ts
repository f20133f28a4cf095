import { describe, expect, it } from 'vitest';
import { TelElement } from '#shared/ach/tel-authorisation.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import type { FoundPatient } from '#shared/contract/patients.ts';
import { cents } from '#shared/money/cents.ts';
import { readDebit } from '../../../renderer/call/payment/debit/read-debit.ts';
import { whatIsMissing } from '../../../renderer/call/payment/what-is-missing.ts';
import { aCall, verified } from '../call/a-call.ts';

const account = { accountKind: 'checking', bankName: 'Aspen Ledger Bank', last4: '6789' } as const;
const patient = { name: 'Marisol', region: 'NCAL' } as FoundPatient;
const call = aCall({ verification: verified, patient, bankAccount: account });
const saturday = instantOf(Date.UTC(2026, 10, 21, 18));
const nothing = { debitOn: null, heard: null };
const read = (
  form: Parameters<typeof readDebit>[1],
  amount = 31_240,
  language: 'en' | 'es' = 'en',
) => readDebit(call, form, account, cents(amount), language, saturday);
const heard = { of: read(nothing).of, elements: [...TelElement.options] };

const payment = {
  amountCents: cents(31_240),
  allocation: 'oldest_first' as const,
  accountNumbers: [],
  totalSeenCents: null,
  duplicate: undefined,
  repeats: false,
};
const missing = (debit: ReturnType<typeof read>) =>
  whatIsMissing(payment, { againCents: null, permission: null }, call, false, debit);

describe('a debit while it is read', () => {
  it('is for the soonest day on which it settles, until another is chosen', () => {
    expect(read(nothing).facts.debitOn).toBe('2026-11-24');
    expect(read({ ...nothing, debitOn: '2026-12-01' }).facts.debitOn).toBe('2026-12-01');
  });

  it('lacks every element, then the yes, then nothing', () => {
    expect(missing(read(nothing))).toBe('elements');
    expect(missing(read({ ...nothing, heard }))).toBe('yes');
    const agreed = { amountCents: 31_240, debitOn: '2026-11-24' as CalendarDate, language: 'en' };
    const all = { ...call, agreed: agreed as typeof call.agreed };
    const said = readDebit(all, { ...nothing, heard }, account, cents(31_240), 'en', saturday);
    expect(missing(said)).toBeUndefined();
  });

  it('is read anew for another amount, another day and in another language', () => {
    expect(read({ ...nothing, heard }).missing).toEqual([]);
    expect(read({ ...nothing, heard }, 31_241).missing).toHaveLength(8);
    expect(read({ debitOn: '2026-12-01', heard }).missing).toHaveLength(8);
    expect(read({ ...nothing, heard }, 31_240, 'es').missing).toHaveLength(8);
  });

  it.each([
    ['', 'debit_day_missing'],
    ['2026-11-20', 'debit_date_past'],
    ['2026-11-26', 'debit_date_closed'],
    ['2027-11-23', 'debit_date_too_far'],
  ])('on “%s” lacks a day', (debitOn, fault) => {
    const debit = read({ debitOn, heard: null });
    expect(debit.dayFault).toBe(fault);
    expect(missing(debit)).toBe('day');
  });
});
