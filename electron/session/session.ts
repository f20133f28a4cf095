import type { DeskUser } from '#shared/contract/session.ts';
import type { Clock } from '../desk/clock.ts';
import type { News } from '../desk/news.ts';
import { Refused } from '../desk/refused.ts';
import type { SignIn } from './sign-in.ts';

/** Fifteen minutes without a key or a movement, then sign in again (PCI DSS 8.2.8). */
export const IDLE_LOCK_MS = 15 * 60_000;

interface Held {
  readonly user: DeskUser;
  readonly token: string;
  locked: boolean;
  touchedAtMs: number;
}

export interface Session {
  user(): DeskUser | undefined;
  /** The session's token; undefined while nobody is signed in. */
  token(): string | undefined;
  isLocked(): boolean;
  signIn(userId: string, password: string): Promise<DeskUser>;
  unlock(password: string): Promise<DeskUser>;
  lock(): void;
  signOut(): Promise<void>;
  touch(): void;
  /** Locks when nobody has touched the desk for fifteen minutes; called by a timer. */
  lockIfIdle(): void;
}

interface Parts {
  readonly signIn: SignIn;
  readonly clock: Clock;
  readonly news: News;
  readonly keepWorkstationToken: (token: string) => void;
  /** Everything that must not outlive a lock: the captured card above all. */
  readonly onLock: () => void;
}

/** Who is at the desk. Tokens live in memory only, so a restart always asks for the password. */
export function createSession({
  signIn,
  clock,
  news,
  keepWorkstationToken,
  onLock,
}: Parts): Session {
  let held: Held | undefined;

  async function open(userId: string, password: string): Promise<DeskUser> {
    const opened = await signIn.open(userId, password);
    keepWorkstationToken(opened.workstationToken);
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
    onLock();
    news.tell('desk');
  }

  return {
    user: () => held?.user,
    token: () => held?.token,
    isLocked: () => held?.locked ?? false,
    signIn(userId, password) {
      if (held) throw new Refused(held.locked ? 'locked' : 'bad_input');
      return open(userId, password);
    },
    async unlock(password) {
      if (!held) throw new Refused('signed_out');
      return await open(held.user.userId, password);
    },
    lock,
    async signOut() {
      const leaving = held;
      held = undefined;
      onLock();
      news.tell('desk');
      if (leaving) await signIn.close(leaving.token).catch(() => undefined);
    },
    touch() {
      if (held) held.touchedAtMs = clock.nowMs();
    },
    lockIfIdle() {
      if (held && clock.nowMs() - held.touchedAtMs >= IDLE_LOCK_MS) lock();
    },
  };
}
