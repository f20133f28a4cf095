import { describe, expect, it, test } from 'vitest';
import {
  type BankEntry,
  type BankFault,
  type BankField,
  checkBankAccount,
} from '#shared/ach/bank-entry.ts';

const good: BankEntry = {
  accountKind: 'checking',
  routingNumber: '107800530',
  accountNumber: '004417726789',
  accountNumberAgain: '004417726789',
};

const again = (accountNumber: string) => ({ accountNumber, accountNumberAgain: accountNumber });

const impossible: [string, Partial<BankEntry>, BankField, BankFault][] = [
  ['no routing number', { routingNumber: '' }, 'routingNumber', 'routing_incomplete'],
  ['eight digits', { routingNumber: '10780053' }, 'routingNumber', 'routing_incomplete'],
  ['ten digits', { routingNumber: '1078005300' }, 'routingNumber', 'routing_too_long'],
  ['letters in it', { routingNumber: '10780053O' }, 'routingNumber', 'routing_not_digits'],
  [
    'digits of another script',
    { routingNumber: '١٠٧٨٠٠٥٣٠' },
    'routingNumber',
    'routing_not_digits',
  ],
  [
    'nine zeros, which pass the sum',
    { routingNumber: '000000000' },
    'routingNumber',
    'routing_zeros',
  ],
  ['a beginning no bank has', { routingNumber: '507800530' }, 'routingNumber', 'routing_prefix'],
  ['a wrong sum', { routingNumber: '107800531' }, 'routingNumber', 'routing_sum'],
  ['a number no bank here has', { routingNumber: '122105155' }, 'routingNumber', 'routing_unknown'],
  ['no account number', again(''), 'accountNumber', 'account_missing'],
  ['letters in the account number', again('12AB5678'), 'accountNumber', 'account_not_digits'],
  ['three digits', again('123'), 'accountNumber', 'account_too_short'],
  ['eighteen digits', again('123456789012345678'), 'accountNumber', 'account_too_long'],
  ['an account of zeros', again('00000000'), 'accountNumber', 'account_zeros'],
  [
    'two numbers that differ',
    { accountNumberAgain: '004417726788' },
    'accountNumberAgain',
    'account_differs',
  ],
];

describe('a typed bank account', () => {
  it('is right when the bank is known and the number was typed the same twice', () => {
    expect(checkBankAccount(good)).toEqual({ bankName: 'Aspen Ledger Bank', faults: {} });
  });

  it('may have spaces and hyphens between its digits, and seventeen digits', () => {
    const spaced = { ...good, routingNumber: '1078-0053 0', accountNumber: '0044 1772 6789' };
    expect(checkBankAccount(spaced).faults).toEqual({});
    expect(checkBankAccount({ ...good, ...again('12345678901234567') }).faults).toEqual({});
  });

  it('names the bank before its last digit, when no other can be meant', () => {
    expect(checkBankAccount({ ...good, routingNumber: '10780' }).bankName).toBe(
      'Aspen Ledger Bank',
    );
    expect(checkBankAccount({ ...good, routingNumber: '1' }).bankName).toBeUndefined();
  });

  test.each(impossible)('with %s is told so at its field', (_, typed, field, fault) => {
    expect(checkBankAccount({ ...good, ...typed }).faults[field]).toBe(fault);
  });
});
