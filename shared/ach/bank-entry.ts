import { z } from 'zod';
import { BankAccountKind } from '../billing/payment-method.ts';
import { checkDigitOf, hasBankPrefix } from './codes/routing-number.ts';
import { bundledDirectory, nameBankAsTyped } from './routing-directory.ts';

/** A bank account as it is typed into the capture view. Lives there, on the way to the vault, and nowhere else. */
export const BankEntry = z.strictObject({
  accountKind: BankAccountKind,
  routingNumber: z.string().max(20),
  accountNumber: z.string().max(40),
  accountNumberAgain: z.string().max(40),
});
export type BankEntry = z.infer<typeof BankEntry>;

export const BankField = z.enum(['routingNumber', 'accountNumber', 'accountNumberAgain']);
export type BankField = z.infer<typeof BankField>;

export type BankFault =
  | 'routing_incomplete'
  | 'routing_too_long'
  | 'routing_not_digits'
  | 'routing_zeros'
  | 'routing_prefix'
  | 'routing_sum'
  | 'routing_unknown'
  | 'account_missing'
  | 'account_not_digits'
  | 'account_too_short'
  | 'account_too_long'
  | 'account_zeros'
  | 'account_again_missing'
  | 'account_differs';

export interface CheckedBank {
  /** The bank whose routing number this is, or can only become. */
  readonly bankName: string | undefined;
  readonly faults: Partial<Record<BankField, BankFault>>;
}

/** What an entry of a Nacha file holds; the shortest that a last four can be shown of. */
const MOST_DIGITS = 17;
const FEWEST_DIGITS = 4;

const bare = (typed: string) => typed.replace(/[\s-]/g, '');

function routingFault(digits: string): BankFault | undefined {
  if (/\D/.test(digits)) return 'routing_not_digits';
  if (digits.length < 9) return 'routing_incomplete';
  if (digits.length > 9) return 'routing_too_long';
  if (!/[1-9]/.test(digits)) return 'routing_zeros';
  if (!hasBankPrefix(digits)) return 'routing_prefix';
  if (checkDigitOf(digits) !== Number(digits[8])) return 'routing_sum';
  const { state } = nameBankAsTyped(digits, bundledDirectory);
  return state === 'named' ? undefined : 'routing_unknown';
}

function accountFault(digits: string): BankFault | undefined {
  if (digits === '') return 'account_missing';
  if (/\D/.test(digits)) return 'account_not_digits';
  if (digits.length > MOST_DIGITS) return 'account_too_long';
  if (digits.length < FEWEST_DIGITS) return 'account_too_short';
  return /[1-9]/.test(digits) ? undefined : 'account_zeros';
}

function bankNameIn(digits: string): string | undefined {
  const said = nameBankAsTyped(digits, bundledDirectory);
  return said.state === 'named' || said.state === 'typing' ? said.bank?.name : undefined;
}

function againFault(digits: string, again: string): BankFault | undefined {
  if (again === '') return 'account_again_missing';
  return digits === again ? undefined : 'account_differs';
}

/**
 * Checks what was typed: the routing number by the ABA's rule and the directory of banks, the account number
 * by the length a Nacha entry holds (17), and that it was typed the same twice.
 */
export function checkBankAccount(entry: BankEntry): CheckedBank {
  const digits = digitsOf(entry);
  const routing = routingFault(digits.routingNumber);
  const account = accountFault(digits.accountNumber);
  const again = againFault(digits.accountNumber, bare(entry.accountNumberAgain));
  return {
    bankName: bankNameIn(digits.routingNumber),
    faults: {
      ...(routing && { routingNumber: routing }),
      ...(account && { accountNumber: account }),
      ...(again && { accountNumberAgain: again }),
    },
  };
}

/** The two numbers without what people write between their digits. */
export function digitsOf(entry: Pick<BankEntry, 'routingNumber' | 'accountNumber'>): {
  routingNumber: string;
  accountNumber: string;
} {
  return {
    routingNumber: bare(entry.routingNumber),
    accountNumber: bare(entry.accountNumber),
  };
}
