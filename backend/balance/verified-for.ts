import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** How long a verification opens the bill for: longer than any call. */
export const VERIFICATION_HOURS = 4;

/** The verification under which this person may read a guarantor's bill, and whose; refuses `not_verified`. */
export async function verifiedFor(
  db: Database,
  person: Person,
  verificationId: string,
  now: number,
): Promise<{ mrn: string; guarantorId: string; callId: string }> {
  const verification = await db
    .selectFrom('verification')
    .select(['mrn', 'guarantor_id', 'call_id'])
    .where('verification_id', '=', verificationId)
    .where('begun_by', '=', person.user.userId)
    .where('state', '=', 'verified')
    .where('discloses', '=', 'everything')
    .where('begun_at', '>', instantOf(now - VERIFICATION_HOURS * 3_600_000))
    .executeTakeFirst();
  if (!verification) throw new Refused('not_verified');
  const { mrn, guarantor_id: guarantorId, call_id: callId } = verification;
  return { mrn, guarantorId, callId };
}
