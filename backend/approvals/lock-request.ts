import { sql } from 'kysely';
import type { ApprovalDecision } from '#shared/contract/approvals.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { ExceptionTerms } from '#shared/plans/exception.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

export interface LockedRequest {
  readonly requestId: string;
  readonly kind: 'late_void' | 'plan_exception' | 'override';
  readonly guarantorId: string;
  readonly paymentKey: string | null;
  readonly terms: ExceptionTerms | null;
  readonly reason: string;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly callId: string | null;
  readonly workstationId: string;
  readonly state: 'requested' | 'approved' | 'declined';
  readonly decidedBy: string | null;
  readonly region: RegionCode;
}

/** The request with its payment locked, in that order as everywhere: two who decide at once take turns. */
export async function lockRequest(
  trx: Database,
  requestId: string,
  { user }: Person,
): Promise<LockedRequest> {
  await sql`SELECT FROM payment WHERE key = (SELECT payment_key FROM approval_request WHERE request_id = ${requestId})
    FOR NO KEY UPDATE`.execute(trx);
  const { rows } = await sql<LockedRequest>`
    SELECT request_id AS "requestId", kind, guarantor_id AS "guarantorId", payment_key AS "paymentKey", terms, reason,
      asked_at AS "askedAt", asked_by AS "askedBy", call_id AS "callId", workstation_id AS "workstationId",
      approval_request.state, decided_by AS "decidedBy", region
    FROM approval_request JOIN guarantor USING (guarantor_id)
    WHERE request_id = ${requestId} FOR UPDATE OF approval_request`.execute(trx);
  const [request] = rows;
  if (!request || !user.regions.includes(request.region)) throw new Refused('approval_not_found');
  return request;
}

/** Whether this decision stands already; refused where another one does. */
export function isDecided(
  request: LockedRequest,
  { decision }: ApprovalDecision,
  { user }: Person,
): boolean {
  if (request.askedBy === user.userId) throw new Refused('own_approval');
  if (request.state === 'requested') return false;
  const state = decision === 'approve' ? 'approved' : 'declined';
  if (request.state === state && request.decidedBy === user.userId) return true;
  throw new Refused('approval_decided');
}
