import { randomBytes } from 'node:crypto';
import { ending } from '#shared/ach/account-ending.ts';
import { nameBankAsTyped, type RoutingDirectory } from '#shared/ach/routing-directory.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { BankAccountForVault, BankToken } from '#shared/contract/vault.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import type { BankVault } from './bank-vault.ts';
import { refuseBlocked } from './refuse-blocked.ts';

/** A token that pays nothing until then pays nothing after. */
const TOKEN_MS = 15 * 60_000;

function bankNameOf(routingNumber: string, directory: RoutingDirectory): string {
  const known = nameBankAsTyped(routingNumber, directory);
  if (known.state === 'named') return known.bank.name;
  throw new Refused(known.state === 'unknown' ? 'bank_unknown' : 'routing_number_wrong');
}

/** Keeps an account, its number sealed, and gives what may be shown; what was never used is forgotten. */
export async function keepBankAccount(
  { db, vault, directory }: { db: Database; vault: BankVault; directory: RoutingDirectory },
  { accountKind, routingNumber, accountNumber, holderName }: BankAccountForVault,
  person: Person,
  now: number,
): Promise<BankToken> {
  const bankName = bankNameOf(routingNumber, directory);
  const fingerprint = vault.fingerprint(routingNumber, accountNumber);
  await refuseBlocked(db, fingerprint);
  const token = `bank_${randomBytes(18).toString('base64url')}`;
  const last4 = ending(accountNumber);
  await db
    .deleteFrom('bank_account')
    .where('expires_at', '<', instantOf(now))
    .where('used_by', 'is', null)
    .where('standing', '=', false)
    .execute();
  await db
    .insertInto('bank_account')
    .values({
      token,
      account_kind: accountKind,
      routing_number: routingNumber,
      bank_name: bankName,
      account_number_sealed: vault.seal(token, accountNumber),
      last4,
      holder_name: holderName,
      fingerprint,
      user_id: person.user.userId,
      workstation_id: person.workstationId,
      kept_at: instantOf(now),
      expires_at: instantOf(now + TOKEN_MS),
    })
    .execute();
  return { token, accountKind, bankName, last4, routingNumber };
}
