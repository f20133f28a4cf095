import { randomUUID } from 'node:crypto';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Debtor } from './debtors.ts';
import type { World } from './world.ts';

/** A call on which somebody was verified. */
export interface Call {
  readonly callId: string;
  readonly verificationId: string;
}

/** Calls of some debtors, each verified just now. */
export async function callsOf(
  { pool, person, now }: World,
  debtors: readonly Debtor[],
): Promise<ReadonlyMap<string, Call>> {
  const calls = new Map(
    debtors.map(({ guarantorId }) => [
      guarantorId,
      { callId: randomUUID(), verificationId: randomUUID() },
    ]),
  );
  const rows = debtors.map(({ guarantorId, mrn }) => ({
    guarantorId,
    mrn,
    ...calls.get(guarantorId),
  }));
  await pool.query(
    `INSERT INTO verification (verification_id, call_id, mrn, guarantor_id, caller_role, state, discloses, begun_by,
       workstation_id, begun_at, closed_at)
     SELECT "verificationId", "callId", mrn, "guarantorId", 'patient', 'verified', 'everything', $2, $3, $4, $4
     FROM jsonb_to_recordset($1::jsonb) AS given ("verificationId" uuid, "callId" uuid, mrn text, "guarantorId" text)`,
    [JSON.stringify(rows), person.user.userId, person.workstationId, instantOf(now() - 60_000)],
  );
  return calls;
}
