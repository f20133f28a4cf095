import { instantOf } from '#shared/calendar/dates.ts';
import { isAnswer, matchesRecord } from '#shared/verification/compare.ts';
import { discloses, FAILURES_BEFORE_LOCK, type Factor } from '#shared/verification/policy.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { factorsOnRecord } from './records.ts';

/**
 * Whose records a caller's answers count on. A guarantor is one person, whichever of their patients the
 * call is about: their answers count on every one, so that no family gives more than three tries.
 */
function recordsOf(verification: { caller_role: string; mrn: string; guarantor_id: string }) {
  const { caller_role: role, mrn, guarantor_id: guarantorId } = verification;
  return role === 'guarantor'
    ? ({ column: 'guarantor_id', value: guarantorId } as const)
    : ({ column: 'mrn', value: mrn } as const);
}

/** The verification with its records locked: one answer about a person at a time, everywhere. */
async function lockedVerification(trx: Database, verificationId: string, userId: string) {
  const verification = await trx
    .selectFrom('verification')
    .selectAll()
    .where('verification_id', '=', verificationId)
    .where('begun_by', '=', userId)
    .executeTakeFirst();
  if (!verification) throw new Refused('verification_not_found');
  const { column, value } = recordsOf(verification);
  const records = await trx
    .selectFrom('patient')
    .select(['mrn', 'verification_failures', 'locked_at'])
    .where(column, '=', value)
    .orderBy('mrn')
    .forUpdate()
    .execute();
  // Read again: another answer may have closed it while this one waited for the records.
  const { state } = await trx
    .selectFrom('verification')
    .select('state')
    .where('verification_id', '=', verificationId)
    .executeTakeFirstOrThrow();
  const failures = Math.max(...records.map(record => record.verification_failures));
  const lockedAt = records.find(record => record.mrn === verification.mrn)?.locked_at ?? null;
  return { ...verification, state, failures, lockedAt };
}

async function answersSoFar(trx: Database, verificationId: string) {
  return trx
    .selectFrom('verification_answer')
    .select(['factor', 'matched'])
    .where('verification_id', '=', verificationId)
    .execute();
}

async function close(
  trx: Database,
  verificationId: string,
  outcome: { state: 'verified' | 'locked'; discloses: 'everything' | 'nothing' },
  at: string,
): Promise<void> {
  await trx
    .updateTable('verification')
    .set({ ...outcome, closed_at: at })
    .where('verification_id', '=', verificationId)
    .execute();
}

/**
 * Weighs one answer. A wrong one counts on the caller's records, and the third locks them; two proven
 * factors set the count back. What was said is compared and dropped.
 */
export async function answerFactor(
  db: Database,
  userId: string,
  verificationId: string,
  { factor, said }: { factor: Factor; said: string },
  now: number,
): Promise<{ mrn: string; guarantorId: string; callId: string }> {
  if (!isAnswer(factor, said)) throw new Refused('bad_request', { field: 'said' });
  return db.transaction().execute(async trx => {
    const verification = await lockedVerification(trx, verificationId, userId);
    const { mrn, guarantor_id: guarantorId, call_id: callId, caller_role: role } = verification;
    if (verification.lockedAt) throw new Refused('record_locked');
    if (verification.state !== 'open') throw new Refused('verification_closed');
    const answers = await answersSoFar(trx, verificationId);
    if (answers.some(answer => answer.factor === factor))
      throw new Refused('bad_request', { field: 'factor' });

    const onRecord = await factorsOnRecord(trx, role, verification);
    const matched = matchesRecord(factor, said, onRecord[factor]);
    const at = instantOf(now);
    await trx
      .insertInto('verification_answer')
      .values({ verification_id: verificationId, factor, matched, answered_at: at })
      .execute();
    const proven = [...answers, { factor, matched }].filter(answer => answer.matched);
    const verified =
      discloses(
        role,
        proven.map(answer => answer.factor),
      ) === 'everything';
    const failures = matched ? verification.failures : verification.failures + 1;
    const locked = failures >= FAILURES_BEFORE_LOCK;
    if (verified || !matched) {
      const { column, value } = recordsOf(verification);
      await trx
        .updateTable('patient')
        .set({ verification_failures: verified ? 0 : failures, ...(locked && { locked_at: at }) })
        .where(column, '=', value)
        .where('locked_at', 'is', null)
        .execute();
    }
    if (verified)
      await close(trx, verificationId, { state: 'verified', discloses: 'everything' }, at);
    if (locked) await close(trx, verificationId, { state: 'locked', discloses: 'nothing' }, at);
    return { mrn, guarantorId, callId };
  });
}
