import type { i18n } from 'i18next';
import {
  type BankEntry,
  type BankField,
  checkBankAccount,
  digitsOf,
} from '#shared/ach/bank-entry.ts';
import type { BankToken } from '#shared/contract/vault.ts';
import { Refused } from '../desk/refused.ts';
import type { UserClient } from '../session/as-user.ts';

export type BankResult =
  | { readonly account: BankToken }
  | { readonly faults: Partial<Record<BankField, string>> };

/**
 * Checks a typed bank account and hands it to the vault. The account number lives in this call's arguments
 * and nowhere else; what is at fault comes back as a sentence per field.
 */
export async function submitBankAccount(
  entry: BankEntry,
  holderName: string,
  vault: UserClient,
  words: i18n,
): Promise<BankResult> {
  const found: [string, string][] = Object.entries(checkBankAccount(entry).faults).map(
    ([field, fault]) => [field, words.t(`bank:${fault}`)],
  );
  if (found.length > 0) return { faults: Object.fromEntries(found) };
  const { accountKind } = entry;
  try {
    const body = { accountKind, ...digitsOf(entry), holderName };
    return { account: await vault.ask('keepBankAccount', { body }) };
  } catch (failure) {
    const aboutBank =
      failure instanceof Refused &&
      ['routing_number_wrong', 'bank_unknown'].includes(failure.reason);
    if (!aboutBank) throw failure;
    return { faults: { routingNumber: words.t(`problems:${failure.reason}`) } };
  }
}
