import { sql } from 'kysely';
import { consequenceOf, type ReturnConsequence } from '#shared/ach/codes/consequence.ts';
import type { ReturnedEntry } from '#shared/ach/returned.ts';
import { dateIn, type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { AchToDo } from '#shared/contract/ach-exceptions.ts';
import { AttemptKey } from '#shared/payments/attempt-key.ts';
import { returnsPolicy } from '#shared/returns/policy.ts';
import type { Database } from '../../database/connect.ts';
import type { AchParts } from '../ach-parts.ts';
import { openException } from '../exceptions/open-exception.ts';
import { planRetry } from '../retries/plan-retry.ts';
import { retriesLeft } from '../retries-left.ts';
import { billReturnFee } from './bill-return-fee.ts';
import type { SentEntry } from './sent-entries.ts';
import { takeBack } from './take-back.ts';

/** Returns between banks are about an earlier return and move nothing here. */
const betweenBanks = ['dishonoured', 'contested'];

/** By its fingerprint as it was paid with and as it is now: a notice of change gives an account another. */
async function block(trx: Database, key: string, entry: SentEntry, code: string, at: Instant) {
  await sql`
    INSERT INTO blocked_bank_account (fingerprint, return_code, blocked_at, payment_key)
    SELECT fingerprint, ${code}, ${at}, ${key}::uuid FROM (
      SELECT bank_fingerprint AS fingerprint FROM payment WHERE key = ${key}
      UNION SELECT fingerprint FROM bank_account WHERE token = ${entry.bank_token}) AS account
    WHERE fingerprint IS NOT NULL ON CONFLICT DO NOTHING`.execute(trx);
}

/** What a person does about a debit that came back: a third try is not allowed, so another way is found. */
async function toDoAbout(
  trx: Database,
  key: string,
  { retry, toDo }: ReturnConsequence,
  now: number,
): Promise<AchToDo> {
  if (retry !== 'twice') return toDo;
  const today = dateIn('America/New_York', instantOf(now));
  if ((await retriesLeft(trx, key, today)) === 0) return 'other_account';
  return (await planRetry(trx, key, today, now)) ? 'tried_again' : toDo;
}

async function applyToEntry(
  parts: Pick<AchParts, 'stopAutopay' | 'credits'>,
  trx: Database,
  returned: ReturnedEntry,
  entry: SentEntry,
  now: number,
): Promise<AchToDo> {
  const { code, meaning } = returned;
  const { payment_key: key, refund_id: refundId } = entry;
  if (refundId) {
    const why = `${code}: ${meaning.title}`;
    const isBack = await parts.credits?.returned(trx, refundId, why, now);
    return isBack ? 'other_account' : 'decide';
  }
  const consequence = consequenceOf(code);
  if (!key || !consequence) return 'decide';
  const isBack = await takeBack(trx, key, `${code}: ${meaning.title}`, now);
  if (isBack) await billReturnFee(trx, key, code, returnsPolicy.fee, now);
  if (consequence.account !== 'goes-on') {
    const at = instantOf(now);
    await block(trx, key, entry, code, at);
    await parts.stopAutopay?.(trx, AttemptKey.parse(key), code, at);
  }
  return isBack ? toDoAbout(trx, key, consequence, now) : 'decide';
}

/** Applies a return to what it is for, and tells whoever has to do something about it. A fee is added where the policy asks for one. */
export async function applyReturn(
  parts: Pick<AchParts, 'stopAutopay' | 'credits'>,
  trx: Database,
  returned: ReturnedEntry,
  entry: SentEntry,
  { receivedId, now }: { receivedId: string; now: number },
): Promise<void> {
  const { code, meaning } = returned;
  const { trace, file_id, payment_key, refund_id, guarantor_id } = entry;
  let toDo: AchToDo = 'decide';
  if (!betweenBanks.includes(meaning.kind)) {
    await sql`
      UPDATE ach_entry SET returned_at = ${instantOf(now)}, return_code = ${code}
      WHERE file_id = ${file_id} AND trace = ${trace}`.execute(trx);
    toDo = await applyToEntry(parts, trx, returned, entry, now);
  }
  const whose = { paymentKey: payment_key, refundId: refund_id, guarantorId: guarantor_id };
  const what = { kind: 'return', code, toDo, reason: meaning.title, receivedId } as const;
  await openException(trx, { ...what, ...whose }, now);
}
