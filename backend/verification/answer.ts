import { instantOf } from '#shared/calendar/dates.ts';
import { isAnswer, matchesRecord } from '#shared/verification/compare.ts';
import { discloses, FAILURES_BEFORE_LOCK, type Factor } from '#shared/verification/policy.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { factorsOnRecord } from './records.ts';

/** The verification with its patient's row locked: one answer about a patient at a time, everywhere. */
async function lockedVerification(trx: Database, verificationId: string, userId: string) {
  const verification = await trx
    .selectFrom('verification')
    .selectAll()
    .where('verification_id', '=', verificationId)
    .where('begun_by', '=', userId)
    .executeTakeFirst();
  if (!verification) throw new Refused('verification_not_found');
  const patient = await trx
    .selectFrom('patient')
    .select(['verification_failures', 'locked_at'])
    .where('mrn', '=', verification.mrn)
    .forUpdate()
    .executeTakeFirstOrThrow();
  // Read again: another answer may have closed it while this one waited for the patient's row.
  const { state } = await trx
    .selectFrom('verification')
    .select('state')
    .where('verification_id', '=', verificationId)
    .executeTakeFirstOrThrow();
  return { ...verification, state, failures: patient.verification_failures, ...patient };
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
 * Weighs one answer. A wrong one counts on the patient's record, and the third locks it; two proven
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
    if (verification.locked_at) throw new Refused('record_locked');
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
      await trx
        .updateTable('patient')
        .set({ verification_failures: verified ? 0 : failures, locked_at: locked ? at : null })
        .where('mrn', '=', mrn)
        .execute();
    }
    if (verified)
      await close(trx, verificationId, { state: 'verified', discloses: 'everything' }, at);
    if (locked) await close(trx, verificationId, { state: 'locked', discloses: 'nothing' }, at);
    return { mrn, guarantorId, callId };
  });
}
