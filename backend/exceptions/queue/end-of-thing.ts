import { sql } from 'kysely';
import { resolveException } from '../../ach/exceptions/resolve-exception.ts';
import { closeException, lockExceptions } from '../../authorisations/exceptions.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import type { CaseRow } from './case-rows.ts';

const ofTheBank: readonly CaseRow['kind'][] = [
  'returned',
  'notice',
  'not_sent',
  'bank_file',
  'return_rate',
];

/**
 * Locks the thing that a case is of, where it keeps an end of its own. Before the case: whoever ends the thing itself
 * has it locked when the case ends with it.
 */
export async function lockThing(trx: Database, caseId: string): Promise<void> {
  const { rows } = await sql<Pick<CaseRow, 'kind' | 'subject'>>`
    SELECT kind, subject FROM exception_case WHERE case_id = ${caseId}`.execute(trx);
  const [found] = rows;
  if (!found) return;
  const { kind, subject } = found;
  if (kind === 'not_taken') await lockExceptions(trx, subject);
  if (!ofTheBank.includes(kind)) return;
  await sql`SELECT FROM ach_exception WHERE exception_id = ${subject} FOR NO KEY UPDATE`.execute(
    trx,
  );
}

/** What the thing itself keeps of its end. */
export async function endThing(
  trx: Database,
  { kind, subject }: CaseRow,
  person: Person,
  reason: string,
  now: number,
): Promise<void> {
  if (kind === 'not_taken') await closeException(trx, subject, person, now);
  if (ofTheBank.includes(kind)) await resolveException(trx, subject, person, reason, now);
}
