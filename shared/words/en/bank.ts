import type { BankFault } from '../../ach/bank-entry.ts';

/** What is wrong with a typed bank account, one sentence each. */
export const bank = {
  routing_incomplete: 'A routing number has nine digits; ask for the rest.',
  routing_too_long:
    'A routing number has nine digits and no more; ask the caller to read it again.',
  routing_not_digits: 'A routing number has digits alone; ask the caller to read it again.',
  routing_zeros: 'Nine zeros are no bank; ask for the routing number.',
  routing_prefix: 'No bank has a routing number that begins like this; ask to hear it again.',
  routing_sum: 'Its last digit does not fit the others; ask the caller to read it again.',
  routing_unknown:
    'No bank in the directory has this routing number; ask for the number for electronic payments.',
  account_missing: 'Enter the account number.',
  account_not_digits: 'An account number has digits alone; leave out letters and signs.',
  account_too_short: 'This is too short for an account number; ask for the rest.',
  account_too_long:
    'This has more than 17 digits, which no account has; a card number has no place here.',
  account_zeros: 'An account number is not all zeros; ask the caller to read it again.',
  account_again_missing: 'Enter the account number a second time.',
  account_differs: 'The two account numbers differ; ask the caller to read it again.',
} as const satisfies Record<BankFault, string>;
