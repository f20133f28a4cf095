import { isDeepStrictEqual } from 'node:util';
import type { DeskUser } from '#shared/contract/session.ts';
import type { Clock } from '../desk/clock.ts';
import type { News } from '../desk/news.ts';
import { Refused } from '../desk/refused.ts';
import type { SignIn } from './sign-in.ts';

/** Fifteen minutes without a key or a movement, then sign in again (PCI DSS 8.2.8). */
export const IDLE_LOCK_MS = 15 * 60_000;

interface Held {
  user: DeskUser;
  readonly token: string;
  locked: boolean;
  touchedAtMs: number;
}

export interface Session {
  user(): DeskUser | undefined;
  /** The session's token; undefined while nobody is signed in. */
  token(): string | undefined;
  /** True from the moment the fifteen minutes are over, whether or not the timer has looked. */
  isLocked(): boolean;
  signIn(userId: string, password: string): Promise<DeskUser>;
  unlock(password: string): Promise<DeskUser>;
  lock(): void;
  signOut(): Promise<void>;
  /** The backend says that whoever is signed in has another role or other regions now. */
  takeOver(user: DeskUser): void;
  touch(): void;
  /** Locks when nobody has touched the desk for fifteen minutes; called by a timer. */
  lockIfIdle(): void;
}

interface Parts {
  readonly signIn: SignIn;
  readonly clock: Clock;
  readonly news: News;
  readonly keepWorkstationToken: (token: string) => void;
  /** What must be done before somebody is let in. */
  readonly onAdmit: (user: DeskUser, token: string) => void;
  /** Nobody is signed in any more. */
  readonly onLeave: () => void;
  /** Everything that must not outlive a lock: the captured card above all. */
  readonly onLock: () => void;
}

/** Who is at the desk. Tokens live in memory only, so a restart always asks for the password. */
export function createSession(parts: Parts): Session {
  const { clock, news } = parts;
  let held: Held | undefined;

  function endAtBackend({ token }: { token: string }): Promise<void> {
    return parts.signIn.close(token).catch(() => undefined);
  }

  /** Opens a session; `mayStand` looks again after the wait whether it is still wanted. */
  async function open(
    userId: string,
    password: string,
    mayStand: () => boolean,
  ): Promise<DeskUser> {
    const opened = await parts.signIn.open(userId, password);
    parts.keepWorkstationToken(opened.workstationToken);
    if (!mayStand()) {
      void endAtBackend(opened);
      throw new Refused('signed_out');
    }
    parts.onAdmit(opened.user, opened.token);
    if (held) void endAtBackend(held);
    held = {
      user: opened.user,
      token: opened.token,
      locked: false,
      touchedAtMs: clock.nowMs(),
    };
    news.tell('desk');
    news.tell('call');
    return opened.user;
  }

  function lock(): void {
    if (!held || held.locked) return;
    held.locked = true;
    parts.onLock();
    news.tell('desk');
  }

  function lockIfIdle(): void {
    if (held && clock.nowMs() - held.touchedAtMs >= IDLE_LOCK_MS) lock();
  }

  return {
    user: () => held?.user,
    token: () => held?.token,
    isLocked() {
      lockIfIdle();
      return held?.locked ?? false;
    },
    async signIn(userId, password) {
      if (held) throw new Refused(held.locked ? 'locked' : 'bad_input');
      return await open(userId, password, () => held === undefined);
    },
    async unlock(password) {
      if (!held) throw new Refused('signed_out');
      const { userId } = held.user;
      return await open(userId, password, () => held?.user.userId === userId);
    },
    lock,
    async signOut() {
      const leaving = held;
      held = undefined;
      parts.onLock();
      parts.onLeave();
      news.tell('desk');
      if (leaving) await endAtBackend(leaving);
    },
    takeOver(user) {
      if (held?.user.userId !== user.userId || isDeepStrictEqual(held.user, user)) return;
      held.user = user;
      parts.onAdmit(user, held.token);
      news.tell('desk');
      news.tell('call');
    },
    touch() {
      // After the machine has slept, a hand on the mouse comes before the timer has looked.
      lockIfIdle();
      if (held && !held.locked) held.touchedAtMs = clock.nowMs();
    },
    lockIfIdle,
  };
}
