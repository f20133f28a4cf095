import { sql } from 'kysely';
import { refusePayment } from '#shared/ach/write/refuse-plan.ts';
import type { AchOriginator } from '#shared/organization/ach-originators.ts';
import type { Database } from '../../database/connect.ts';
import type { AchParts, OpenedAccount } from '../ach-parts.ts';
import { openException } from '../exceptions/open-exception.ts';
import type { CutOff, Outgoing } from './outgoing.ts';
import { batchOf, paymentOf, type Ready } from './plan-file.ts';

/** Why an entry cannot be written; undefined when it can. */
function faultOf(ready: Ready, originator: AchOriginator): string | undefined {
  try {
    refusePayment(batchOf(ready, originator), paymentOf(ready));
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** By their fingerprint as it was paid with and as it is now: a notice of change gives an account another. */
async function blockedAmong(
  trx: Database,
  due: readonly Outgoing[],
  opened: ReadonlyMap<string, OpenedAccount>,
) {
  const fingerprints = [
    ...due.map(each => each.bankFingerprint),
    ...Array.from(opened.values(), each => each.fingerprint),
  ];
  const { rows } = await sql<{ fingerprint: string; return_code: string }>`
    SELECT fingerprint, return_code FROM blocked_bank_account
    WHERE fingerprint = ANY (${fingerprints})`.execute(trx);
  return new Map(rows.map(row => [row.fingerprint, row.return_code]));
}

/**
 * Those that can be written, with their accounts. The others stay approved and join the supervisor's
 * exceptions, so that one of them keeps no other from being sent.
 */
export async function setAside(
  { accounts, clock }: Pick<AchParts, 'accounts' | 'clock'>,
  trx: Database,
  due: readonly Outgoing[],
  originator: AchOriginator,
  cutOff: CutOff,
): Promise<Ready[]> {
  const opened = await accounts.open(trx, [...new Set(due.map(each => each.bankToken))]);
  const blocked = await blockedAmong(trx, due, opened);
  const ready: Ready[] = [];
  for (const outgoing of due) {
    const { effectiveOn, paymentKey, guarantorId, bankToken, bankFingerprint } = outgoing;
    const account = opened.get(bankToken);
    const later = effectiveOn !== null && effectiveOn > cutOff.settlesOn;
    const each = account && {
      outgoing,
      account,
      settlesOn: later ? effectiveOn : cutOff.settlesOn,
    };
    const code = blocked.get(bankFingerprint) ?? blocked.get(account?.fingerprint ?? '');
    const fault = code
      ? `The account was sent back with ${code} and may not be debited again.`
      : each
        ? faultOf(each, originator)
        : 'The bank account cannot be opened in the vault.';
    if (each && !fault) ready.push(each);
    else if (fault) {
      const what = {
        kind: 'not_sent',
        code: null,
        toDo: code ? 'other_account' : 'decide',
      } as const;
      const whose = { paymentKey, guarantorId, refundId: outgoing.refundId, receivedId: null };
      await openException(trx, { ...what, ...whose, reason: fault }, clock());
    }
  }
  return ready;
}
