import { sql } from 'kysely';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import type { FollowUpOutcome } from '#shared/contract/ach-exceptions.ts';
import type { FollowUpDone } from '#shared/contract/follow-ups.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { lockFollowUp } from './hold-follow-up.ts';

interface Finished {
  readonly id: string;
  readonly doneAt: Instant;
  readonly outcome: FollowUpOutcome;
  readonly note: string;
}

/** What this person finished before. */
async function finishedBefore(
  trx: Database,
  id: string,
  { user }: Person,
): Promise<Finished | undefined> {
  const { rows } = await sql<Finished>`
    SELECT exception_id AS id, done_at AS "doneAt", outcome, note FROM ach_follow_up
    WHERE exception_id = ${id} AND done_by = ${user.userId}`.execute(trx);
  return rows[0];
}

/** Ends it with what was done. Who finishes what nobody had taken has taken it; again tells of the first time. */
export async function finishFollowUp(
  db: Database,
  id: string,
  { outcome, note }: FollowUpDone,
  person: Person,
  now: number,
): Promise<Finished> {
  if (holdsCardNumber(note)) throw new Refused('card_in_reason', { field: 'note' });
  const at = instantOf(now);
  return db.transaction().execute(async trx => {
    const before = await finishedBefore(trx, id, person);
    if (before) return before;
    await lockFollowUp(trx, id, person);
    const { userId } = person.user;
    await sql`
      UPDATE ach_follow_up SET taken_by = ${userId}, taken_at = coalesce(taken_at, ${at}::timestamptz),
        done_at = ${at}, done_by = ${userId}, outcome = ${outcome}, note = ${note}
      WHERE exception_id = ${id}`.execute(trx);
    return { id, doneAt: at, outcome, note };
  });
}
