import { changeCodes, refusalCodes } from '#shared/ach/codes/change-codes.ts';
import type { ChangeNotice } from '#shared/ach/returned.ts';
import type { Database } from '../../database/connect.ts';
import type { AchParts } from '../ach-parts.ts';
import { openException } from '../exceptions/open-exception.ts';
import type { SentEntry } from './sent-entries.ts';

/**
 * Corrects the stored account at once, so that the next entry is right (the rules give six banking days),
 * and tells the supervisor of it; what cannot be done here, or is a refused notice, somebody decides.
 */
export async function applyNotice(
  { accounts }: Pick<AchParts, 'accounts'>,
  trx: Database,
  notice: ChangeNotice,
  entry: SentEntry,
  { receivedId, now }: { receivedId: string; now: number },
): Promise<void> {
  const { code, corrected, refusal } = notice;
  const isDone = !refusal && (await accounts.correct(trx, entry.bank_token, corrected));
  const title = changeCodes.get(code)?.title ?? code;
  const reason = refusal ? `${title}; refused: ${refusalCodes.get(refusal)}` : title;
  const { payment_key, refund_id, guarantor_id } = entry;
  const whose = { paymentKey: payment_key, refundId: refund_id, guarantorId: guarantor_id };
  const toDo = isDone ? 'nothing' : 'decide';
  await openException(trx, { kind: 'notice', code, reason, toDo, receivedId, ...whose }, now);
}
