import type { RegionCode } from '#shared/organization/regions.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { Sender } from './sent-by.ts';

/** What everything that is kept for later has. */
export interface Sent {
  readonly callId: string;
  readonly guarantorId: string;
  readonly userId: string;
}

export interface About {
  readonly billPayNumber: string;
  readonly timeZone: string;
}

async function guarantorIn(
  db: Database,
  guarantorId: string,
  scope: readonly RegionCode[],
): Promise<About> {
  const found = await db
    .selectFrom('guarantor')
    .select(['bill_pay_number', 'region'])
    .where('guarantor_id', '=', guarantorId)
    .where('region', 'in', [...scope])
    .executeTakeFirst();
  if (!found) throw new Refused('not_found', { field: 'guarantorId' });
  return { billPayNumber: found.bill_pay_number, timeZone: regions[found.region].timeZone };
}

/**
 * About whom it is: a guarantor in the sender's regions, with a caller whom the sender verified on that
 * very call. A guest payer may leave a note and nothing else. It may be sent long after the call, so the
 * verification's age does not count.
 */
export async function aboutWhom(
  db: Database,
  sender: Sender,
  { callId, guarantorId }: Sent,
  { guestToo }: { guestToo: boolean },
): Promise<About> {
  const about = await guarantorIn(db, guarantorId, sender.regions);
  const verified = await db
    .selectFrom('verification')
    .select('verification_id')
    .where('call_id', '=', callId)
    .where('guarantor_id', '=', guarantorId)
    .where('begun_by', '=', sender.userId)
    .where('state', '=', 'verified')
    .where('discloses', 'in', guestToo ? ['everything', 'amount_only'] : ['everything'])
    .executeTakeFirst();
  if (!verified) throw new Refused('not_verified', { field: 'callId' });
  return about;
}
