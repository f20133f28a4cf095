import { sql } from 'kysely';
import type { ExceptionCase } from '#shared/contract/exception-queue.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { type CaseRow, caseRows, shownCase, within } from './case-rows.ts';

/** One exception of a person's regions, or of none. */
export async function foundCase(db: Database, caseId: string, { user }: Person): Promise<CaseRow> {
  const { rows } = await sql<CaseRow>`${caseRows}
    WHERE case_id = ${caseId} AND ${within(user.regions)}`.execute(db);
  const [found] = rows;
  if (!found) throw new Refused('exception_not_found');
  return found;
}

/** One that is still open, locked until the transaction ends: of two who want it the second sees what the first did. */
export async function lockedCase(trx: Database, caseId: string, person: Person): Promise<CaseRow> {
  await sql`SELECT FROM exception_case WHERE case_id = ${caseId} FOR UPDATE`.execute(trx);
  const found = await foundCase(trx, caseId, person);
  if (found.resolvedAt !== null) throw new Refused('exception_resolved');
  return found;
}

/** Refuses what somebody else has, and says who. */
export function refuseTaken({ owner, ownerName }: CaseRow, { user }: Person): void {
  if (owner === null || owner === user.userId) return;
  throw new Refused('exception_taken', ownerName === null ? {} : { heldBy: ownerName });
}

/** It as it is shown. */
export async function showCase(
  db: Database,
  caseId: string,
  person: Person,
  now: number,
): Promise<ExceptionCase> {
  return shownCase(await foundCase(db, caseId, person), now);
}
