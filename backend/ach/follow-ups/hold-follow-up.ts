import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { FollowUp } from '#shared/contract/follow-ups.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { readFollowUps } from './read-follow-ups.ts';

/** An open one of a person's regions, locked; refuses what is finished, and what a colleague has, with their name. */
export async function lockFollowUp(trx: Database, id: string, { user }: Person): Promise<void> {
  const { rows } = await sql<{ taken_by: string | null; name: string | null; done: boolean }>`
    SELECT taken_by, (SELECT name FROM user_account WHERE user_id = taken_by) AS name, done_at IS NOT NULL AS done
    FROM ach_follow_up JOIN guarantor USING (guarantor_id)
    WHERE exception_id = ${id} AND region = ANY (${user.regions}) FOR UPDATE OF ach_follow_up`.execute(
    trx,
  );
  const [found] = rows;
  if (!found) throw new Refused('follow_up_not_found');
  if (found.done) throw new Refused('follow_up_done');
  const { taken_by: takenBy, name } = found;
  if (takenBy !== null && takenBy !== user.userId) {
    throw new Refused('follow_up_taken', name === null ? {} : { heldBy: name });
  }
}

async function readOne(trx: Database, id: string, person: Person, now: number): Promise<FollowUp> {
  const [found] = await readFollowUps(trx, person, sql`exception_id = ${id}`, now);
  if (!found) throw new Refused('follow_up_not_found');
  return found;
}

/** Gives it to a person, unless a colleague has it; to whom has it already, again as it was. */
export async function takeFollowUp(
  db: Database,
  id: string,
  person: Person,
  now: number,
): Promise<FollowUp> {
  return db.transaction().execute(async trx => {
    await lockFollowUp(trx, id, person);
    await sql`
      UPDATE ach_follow_up SET taken_by = ${person.user.userId}, taken_at = ${instantOf(now)}
      WHERE exception_id = ${id} AND taken_by IS NULL`.execute(trx);
    return readOne(trx, id, person, now);
  });
}

/** Lets go of what a person has, so that a colleague may take it. */
export async function putBackFollowUp(
  db: Database,
  id: string,
  person: Person,
  now: number,
): Promise<FollowUp> {
  return db.transaction().execute(async trx => {
    await lockFollowUp(trx, id, person);
    await sql`UPDATE ach_follow_up SET taken_by = NULL, taken_at = NULL WHERE exception_id = ${id}`.execute(
      trx,
    );
    return readOne(trx, id, person, now);
  });
}
