import { instantOf } from '#shared/calendar/dates.ts';
import type { DeskUser, Session } from '#shared/contract/session.ts';
import type { Database } from '../database/connect.ts';
import type { Caller, Person } from '../http/caller.ts';
import { noteSignIn } from './sign-in-events.ts';
import { hashToken, kindOf, newToken } from './tokens.ts';
import { issueWorkstationToken, workstationByToken } from './workstation-tokens.ts';

const SESSION_MS = 12 * 3_600_000;

/** Opens a session at a workstation, which gets a new token of its own. */
export async function openSession(
  db: Database,
  user: DeskUser,
  workstationId: string,
  address: string,
  now: number,
): Promise<Session> {
  const token = newToken('session');
  const expiresAt = instantOf(now + SESSION_MS);
  const seen = { seen_at: instantOf(now), address };
  return db.transaction().execute(async trx => {
    await trx
      .insertInto('workstation')
      .values({ workstation_id: workstationId, ...seen })
      .onConflict(conflict => conflict.column('workstation_id').doUpdateSet(seen))
      .execute();
    await trx.deleteFrom('session').where('expires_at', '<', instantOf(now)).execute();
    await noteSignIn(
      trx,
      { kind: 'sign_in', outcome: 'succeeded', userId: user.userId, workstationId, address },
      now,
    );
    await trx
      .insertInto('session')
      .values({
        token_hash: hashToken(token),
        user_id: user.userId,
        workstation_id: workstationId,
        begun_at: instantOf(now),
        expires_at: expiresAt,
      })
      .execute();
    const workstationToken = await issueWorkstationToken(trx, workstationId, now);
    return { token, expiresAt, user, workstationToken };
  });
}

export async function endSession(db: Database, person: Person, now: number): Promise<void> {
  const { user, workstationId, sessionHash } = person;
  await db.transaction().execute(async trx => {
    await trx.deleteFrom('session').where('token_hash', '=', sessionHash).execute();
    await noteSignIn(
      trx,
      { kind: 'sign_out', outcome: 'succeeded', userId: user.userId, workstationId },
      now,
    );
  });
}

/** Who is behind a token; undefined when it is unknown, ended or expired. */
export async function callerByToken(
  db: Database,
  token: string,
  address: string,
  now: number,
): Promise<Caller | undefined> {
  const hash = hashToken(token);
  if (kindOf(token) === 'workstation') {
    const workstationId = await workstationByToken(db, hash, now);
    return workstationId === undefined ? undefined : { role: 'workstation', workstationId };
  }
  const session = await db
    .selectFrom('session')
    .innerJoin('user_account', 'user_account.user_id', 'session.user_id')
    .innerJoin('workstation', 'workstation.workstation_id', 'session.workstation_id')
    .select(['session.user_id', 'session.workstation_id', 'expires_at', 'name', 'role', 'regions'])
    .select('workstation.address')
    .where('token_hash', '=', hash)
    .where('expires_at', '>', instantOf(now))
    .executeTakeFirst();
  if (!session) return undefined;
  const { user_id: userId, name, role, regions } = session;
  // What is done from now on is written down with where it came from (PCI DSS 10.2.2).
  if (session.address !== address) {
    await db
      .updateTable('workstation')
      .set({ address })
      .where('workstation_id', '=', session.workstation_id)
      .execute();
  }
  return {
    role,
    user: { userId, name, role, regions },
    workstationId: session.workstation_id,
    sessionHash: hash,
    expiresAt: session.expires_at,
  };
}
