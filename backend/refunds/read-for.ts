import { sql } from 'kysely';
import type { Refund, RefundKey } from '#shared/billing/refund.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Caller } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { findRefund } from './read.ts';

interface Whose {
  readonly region: RegionCode;
  readonly workstationId: string;
}

/** A refund as whoever follows it may know it: the workstation that asked for it, or a person of its region. */
export async function readRefundFor(
  db: Database,
  refundKey: RefundKey,
  caller: Caller,
): Promise<Refund> {
  const { rows } = await sql<Whose>`
    SELECT region, refund.workstation_id AS "workstationId"
    FROM refund JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id)
    WHERE refund_key = ${refundKey}`.execute(db);
  const [whose] = rows;
  const isTheirs =
    whose &&
    (caller.role === 'workstation'
      ? whose.workstationId === caller.workstationId
      : caller.user.regions.includes(whose.region));
  const refund = isTheirs && (await findRefund(db, refundKey));
  if (!refund) throw new Refused('refund_not_found');
  return refund;
}
