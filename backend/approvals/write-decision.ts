import { sql } from 'kysely';
import type { ApprovalFollows } from '#shared/billing/approval.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import type { ApprovalDecision } from '#shared/contract/approvals.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import type { LockedRequest } from './lock-request.ts';

/** A decision that is being made. */
export interface Deciding {
  readonly request: LockedRequest;
  readonly decision: ApprovalDecision;
  readonly person: Person;
  readonly now: number;
}

/** The second signature, with what follows from it; the database keeps both as they are. */
export async function writeDecision(
  trx: Database,
  { request, decision: { decision, reason }, person, now }: Deciding,
  what: { readonly follows?: ApprovalFollows; readonly goodUntil?: CalendarDate } = {},
): Promise<void> {
  await sql`
    UPDATE approval_request SET state = ${decision === 'approve' ? 'approved' : 'declined'},
      decided_at = ${instantOf(now)}, decided_by = ${person.user.userId}, decided_why = ${reason},
      decided_on_workstation = ${person.workstationId}, follows = ${what.follows ?? null},
      good_until = ${what.goodUntil ?? null}
    WHERE request_id = ${request.requestId}`.execute(trx);
}
