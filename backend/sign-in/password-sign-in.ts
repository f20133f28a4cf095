import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { isPassword } from './passwords.ts';
import type { SignIn } from './sign-in.ts';

/** PCI DSS 8.3.4: at most ten tries, then at least thirty minutes. */
const TRIES_BEFORE_LOCK = 10;
const LOCKED_MS = 30 * 60_000;
/** PCI DSS 8.2.6. */
const IDLE_MS = 90 * 24 * 3_600_000;

/** Sign-in with the backend's own accounts. */
export function passwordSignIn(db: Database, clock: () => number): SignIn {
  /** Counts the try before the password is looked at, so that tries made at once are all counted. */
  async function countTry(userId: string, now: number) {
    const tries = sql<number>`CASE WHEN locked_until IS NULL THEN failed_sign_ins + 1 ELSE 1 END`;
    return db
      .updateTable('user_account')
      .set({
        failed_sign_ins: tries,
        locked_until: sql`CASE WHEN ${tries} >= ${TRIES_BEFORE_LOCK} THEN ${instantOf(now + LOCKED_MS)}::timestamptz END`,
      })
      .where('user_id', '=', userId)
      .where(eb =>
        eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', instantOf(now))]),
      )
      .returningAll()
      .executeTakeFirst();
  }

  /** For how long a user is still locked; undefined when there is no such user. */
  async function lockedSeconds(userId: string, now: number): Promise<number | undefined> {
    const user = await db
      .selectFrom('user_account')
      .select('locked_until')
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return user && Math.max(1, Math.ceil((Date.parse(user.locked_until ?? '') - now) / 1000) || 1);
  }

  return {
    async identify(userId, password) {
      const now = clock();
      const account = await countTry(userId, now);
      const retryAfterSeconds = account ? undefined : await lockedSeconds(userId, now);
      if (retryAfterSeconds) throw new Refused('sign_in_locked', { retryAfterSeconds });
      const right = await isPassword(password, account?.password_hash);
      if (!account || !right) throw new Refused('bad_credentials');
      const lastSeen = Math.max(
        Date.parse(account.enabled_at),
        Date.parse(account.last_signed_in_at ?? account.enabled_at),
      );
      if (now - lastSeen > IDLE_MS) throw new Refused('user_switched_off');
      await db
        .updateTable('user_account')
        .set({ failed_sign_ins: 0, locked_until: null, last_signed_in_at: instantOf(now) })
        .where('user_id', '=', userId)
        .execute();
      const { name, role, regions } = account;
      return { userId, name, role, regions };
    },
  };
}
