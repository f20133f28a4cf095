import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { hashToken, newToken } from './tokens.ts';

/** After this long without a sign-in a desk asks after nothing any more until somebody signs in there. */
const TOKEN_MS = 30 * 24 * 3_600_000;

/** A new token for a workstation; the one before it holds until this one has been used. */
export async function issueWorkstationToken(
  db: Database,
  workstationId: string,
  now: number,
): Promise<string> {
  const token = newToken('workstation');
  await db.deleteFrom('workstation_token').where('expires_at', '<=', instantOf(now)).execute();
  await db
    .insertInto('workstation_token')
    .values({
      token_hash: hashToken(token),
      workstation_id: workstationId,
      issued_at: instantOf(now),
      expires_at: instantOf(now + TOKEN_MS),
    })
    .execute();
  return token;
}

/** The workstation behind a token, whose older ones end with this; undefined when it is unknown or expired. */
export async function workstationByToken(
  db: Database,
  hash: Buffer,
  now: number,
): Promise<string | undefined> {
  const held = await db
    .selectFrom('workstation_token')
    .select(['workstation_id', 'issue'])
    .select(eb =>
      eb
        .exists(
          eb
            .selectFrom('workstation_token as older')
            .whereRef('older.workstation_id', '=', 'workstation_token.workstation_id')
            .whereRef('older.issue', '<', 'workstation_token.issue'),
        )
        .as('is_first_use'),
    )
    .where('token_hash', '=', hash)
    .where('expires_at', '>', instantOf(now))
    .executeTakeFirst();
  if (held?.is_first_use) {
    await db
      .deleteFrom('workstation_token')
      .where('workstation_id', '=', held.workstation_id)
      .where('issue', '<', held.issue)
      .execute();
  }
  return held?.workstation_id;
}
