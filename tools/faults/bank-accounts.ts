import type { Stream } from '#backend/seed/draws/stream.ts';
import type { BankEntry } from '#shared/ach/bank-entry.ts';

/** Of the sandbox's invented banks. */
const routingNumbers = ['107800530', '059900889', '069900675'];

/** The sandbox bank takes debits of accounts that end like this, and never sends them back. */
const SETTLES = '1024';

/** A bank account as it is typed, one of very many. */
export function drawnAccount(stream: Stream): BankEntry {
  const accountNumber = `${stream.int(1, 99_999_999)}${SETTLES}`;
  return {
    accountKind: stream.pick(['checking', 'savings'] as const),
    routingNumber: stream.pick(routingNumbers),
    accountNumber,
    accountNumberAgain: accountNumber,
  };
}
