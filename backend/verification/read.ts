import { Verification } from '#shared/contract/verifications.ts';
import { FAILURES_BEFORE_LOCK, Factor } from '#shared/verification/policy.ts';
import type { Database } from '../database/connect.ts';

/** A verification as the desk sees it; undefined when this user began none of that id. */
export async function readVerification(
  db: Database,
  verificationId: string,
  userId: string,
): Promise<Verification | undefined> {
  const row = await db
    .selectFrom('verification')
    .innerJoin('patient', 'patient.mrn', 'verification.mrn')
    .where('verification_id', '=', verificationId)
    .where('begun_by', '=', userId)
    .selectAll('verification')
    .select('verification_failures')
    .executeTakeFirst();
  if (!row) return undefined;
  const answers = await db
    .selectFrom('verification_answer')
    .select(['factor', 'matched'])
    .where('verification_id', '=', verificationId)
    .orderBy('answered_at')
    .execute();
  const asked = answers.map(answer => answer.factor);
  return Verification.parse({
    verificationId,
    callId: row.call_id,
    mrn: row.mrn,
    guarantorId: row.guarantor_id,
    callerRole: row.caller_role,
    callerName: row.caller_name,
    state: row.state,
    refusal: row.refusal,
    askable: row.state === 'open' ? Factor.options.filter(each => !asked.includes(each)) : [],
    matched: answers.filter(answer => answer.matched).map(answer => answer.factor),
    failed: answers.filter(answer => !answer.matched).map(answer => answer.factor),
    attemptsLeft: FAILURES_BEFORE_LOCK - row.verification_failures,
    discloses: row.discloses,
  });
}
