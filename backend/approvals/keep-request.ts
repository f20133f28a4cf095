import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { AskedApproval } from '#shared/billing/approval.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ExceptionTerms } from '#shared/plans/exception.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { findRequest } from './read-asked.ts';

export interface RequestToKeep {
  readonly requestId: string;
  readonly kind: 'late_void' | 'plan_exception' | 'override';
  readonly guarantorId: string;
  readonly paymentKey: string | null;
  readonly terms: ExceptionTerms | null;
  readonly amountCents: number;
  readonly reason: string;
  readonly callId: string | null;
}

/** What was asked for under this id before, if it was the same; another is `key_reused`. */
export async function requestedBefore(
  db: Database,
  wish: Pick<RequestToKeep, 'requestId' | 'kind' | 'paymentKey' | 'reason'> & {
    readonly terms: Pick<ExceptionTerms, 'wish'> | null;
  },
): Promise<AskedApproval | undefined> {
  const kept = await findRequest(db, wish.requestId);
  if (!kept) return undefined;
  const isSame =
    kept.kind === wish.kind &&
    kept.paymentKey === wish.paymentKey &&
    kept.reason === wish.reason &&
    isDeepStrictEqual(kept.terms?.wish, wish.terms?.wish);
  if (!isSame) throw new Refused('key_reused');
  return kept;
}

/** Keeps a request, once under its id; refused where another one about the same waits. */
export async function keepRequest(
  db: Database,
  wish: RequestToKeep,
  person: Person,
  now: number,
): Promise<AskedApproval> {
  const { requestId, kind, guarantorId, paymentKey, terms, amountCents, reason, callId } = wish;
  await sql`
    INSERT INTO approval_request (request_id, kind, guarantor_id, payment_key, terms, amount_cents, reason, asked_at,
      asked_by, workstation_id, call_id)
    VALUES (${requestId}, ${kind}, ${guarantorId}, ${paymentKey}, ${terms && JSON.stringify(terms)}, ${amountCents},
      ${reason}, ${instantOf(now)}, ${person.user.userId}, ${person.workstationId}, ${callId})
    ON CONFLICT DO NOTHING`.execute(db);
  const kept = await requestedBefore(db, wish);
  if (!kept) throw new Refused('approval_open');
  return kept;
}
