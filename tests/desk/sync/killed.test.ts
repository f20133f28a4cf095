import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mirrorStanding } from '#db/cache/mirror-standing.ts';
import { openCacheForReading } from '#db/cache/open-cache.ts';
import type { Reply } from '#shared/desk/refusal.ts';
import type { DeskState } from '#shared/desk/state.ts';
import { type Child, startChild } from '#tools/faults/child.ts';
import type { DeskGiven } from '#tools/faults/desk-child.ts';
import { feedOf, hurried, key } from './sync-desk.ts';

const FAMILIES = 400;
/** Two whole desks are started in turn. */
const PATIENCE_MS = 180_000;
const file = new URL('../../../tools/faults/desk-child.ts', import.meta.url);

test.each([1, 7, 20])(
  'a desk that is killed at page %i goes on from there',
  async page => {
    const feed = await feedOf(FAMILIES);
    const folder = mkdtempSync(join(tmpdir(), 'remit-killed-'));
    const children: Child<'ready'>[] = [];
    onTestFinished(async () => {
      for (const child of children) await child.kill();
      rmSync(folder, { recursive: true, force: true });
    });

    async function signedIn(): Promise<Child<'ready'>> {
      const given: DeskGiven = {
        backendUrl: feed.url,
        folder,
        key,
        timeouts: { askMs: 5_000, paymentMs: 5_000 },
        clockAheadMs: 0,
        pace: hurried,
      };
      const child = await startChild<'ready'>(file, given, join(folder, 'desk.log'));
      children.push(child);
      const input = { userId: 'r.ames', password: 'sandbox-only' };
      await child.ask('door', { name: 'session.signIn', input });
      return child;
    }

    const look = () => {
      const cache = openCacheForReading({ path: join(folder, 'cache.db'), key, migrations: '' });
      const count = (table: string) => cache.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
      const found = {
        ...mirrorStanding(cache),
        guarantors: count('guarantor'),
        charges: count('charge'),
      };
      cache.close();
      return found;
    };

    // Long enough that the page is under way, short enough that it is sometimes being written.
    feed.pageTakesMs = 25;
    const killed = await signedIn();
    await expect.poll(() => feed.asked.length, { interval: 2 }).toBeGreaterThanOrEqual(page);
    await new Promise(go => setTimeout(go, page));
    await killed.kill();
    const left = look();
    expect(left.asOf).toBeNull();
    expect(left.done).toBe(left.guarantors);
    expect(left.charges).toBe(2 * left.done);

    const before = feed.asked.length;
    feed.pageTakesMs = 0;
    const again = await signedIn();
    const phase = async () => {
      const reply = await again.ask<Reply<DeskState>>('door', { name: 'desk.state', input: null });
      return reply.ok ? reply.value.sync.phase : reply.reason;
    };
    await expect.poll(phase).toBe('current');
    expect(feed.asked[before]?.since).toBe(left.cursor);
    expect(look()).toMatchObject({
      guarantors: FAMILIES,
      charges: 2 * FAMILIES,
      refusedCount: 0,
      rowCount: FAMILIES * 7,
    });
  },
  PATIENCE_MS,
);
