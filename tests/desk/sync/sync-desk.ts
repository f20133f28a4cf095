import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { mirrorStanding } from '#db/cache/mirror-standing.ts';
import { openCacheForReading } from '#db/cache/open-cache.ts';
import type { ReadDb } from '#db/handles.ts';
import type { SyncPace } from '#electron/sync/messages.ts';
import type { SyncState } from '#shared/desk/sync-state.ts';
import { type FeedServer, startFeedServer } from '#tests/support/feed-server.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { families } from '#tools/bench/made-up-families.ts';

export const hurried: Partial<SyncPace> = {
  pollMs: 150,
  firstWaitMs: 20,
  longestWaitMs: 150,
  silenceMs: 1_000,
};

export const key = '5a'.repeat(32);

export async function feedOf(count: number): Promise<FeedServer> {
  const feed = await startFeedServer(families(count));
  onTestFinished(() => feed.stop());
  return feed;
}

type Options = Parameters<typeof startTestDesk>[1];

/** A desk with somebody signed in, whose copy is pulled from this feed. */
export async function deskOn(feed: FeedServer, options: Options = {}): Promise<TestDesk> {
  const desk = startTestDesk(feed.url, { pace: hurried, ...options });
  onTestFinished(() => desk.stop());
  await desk.value('session.signIn', { userId: feed.user.userId, password: 'sandbox-only' });
  return desk;
}

export async function syncOf({ value }: TestDesk): Promise<SyncState> {
  return (await value('desk.state', null)).sync;
}

/** Reads the desk's cache beside it. */
export function inCache<Value>({ folder }: TestDesk, look: (db: ReadDb) => Value): Value {
  const db = openCacheForReading({ path: join(folder, 'cache.db'), key, migrations: '' });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

export function countIn(desk: TestDesk, table: string): number {
  return inCache(desk, db => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number);
}

export async function phaseOf(desk: TestDesk): Promise<SyncState['phase']> {
  return (await syncOf(desk)).phase;
}

/** Where the copy stands; null while it is being made anew. */
export function cursorOf(desk: TestDesk): string | null {
  try {
    return inCache(desk, db => mirrorStanding(db).cursor);
  } catch {
    return null;
  }
}
