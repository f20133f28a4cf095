import { sql } from 'kysely';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { CaseOutcome } from '#shared/hardship/case.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { giveCase } from './hold-case.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

const UNIQUE_VIOLATION = '23505';

interface Closed {
  readonly owner: string | null;
  readonly heldBy: string | null;
  readonly closedAt: Instant | null;
  readonly outcome: CaseOutcome | null;
}

async function lockAny(trx: Database, { user }: Person, caseId: string): Promise<Closed> {
  const { rows } = await sql<Closed>`
    SELECT owner, closed_at AS "closedAt", outcome,
      (SELECT name FROM user_account WHERE user_id = owner) AS "heldBy"
    FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE case_id = ${caseId} AND region = ANY (${user.regions}) FOR UPDATE OF hardship_case`.execute(
    trx,
  );
  const [found] = rows;
  if (!found) throw new Refused('case_not_found');
  return found;
}

/** A guarantor has one open case: the database refuses a second one, whichever of two comes later. */
async function openAgain(trx: Database, caseId: string): Promise<void> {
  await sql`
    UPDATE hardship_case SET closed_at = NULL, closed_by = NULL, outcome = NULL, closing_note = NULL
    WHERE case_id = ${caseId}`
    .execute(trx)
    .catch(failure => {
      if ((failure as { code?: string }).code !== UNIQUE_VIOLATION) throw failure;
      throw new Refused('case_open_already');
    });
}

/** Opens a closed case again and gives it to whoever does so; how it was closed stays in its history. */
export async function reopenCase(
  trx: Database,
  person: Person,
  caseId: string,
  reason: string,
  nowMs: number,
): Promise<void> {
  refuseCardNumber(reason, 'reason');
  const { owner, heldBy, closedAt, outcome } = await lockAny(trx, person, caseId);
  const { userId } = person.user;
  if (closedAt === null) {
    if (owner === userId) return;
    throw new Refused(
      owner === null ? 'case_open_already' : 'case_taken',
      heldBy ? { heldBy } : {},
    );
  }
  await openAgain(trx, caseId);
  const event = { kind: 'reopened', detail: { reason, outcome } };
  await giveCase(trx, caseId, userId, instantOf(nowMs), person, event);
}
