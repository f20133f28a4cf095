import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askRoute } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const DAY_MS = 24 * 3_600_000;

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
});
afterAll(() => backend.stop());

const tryAt = (workstationId: string, userId: string, password: string) =>
  askRoute(backend.url, 'signIn', { body: { userId, password, workstationId } });

/** What was kept of a workstation, oldest first, in words. */
async function keptOf(workstationId: string): Promise<string[]> {
  const { rows } = await backend.pool.query(
    'SELECT * FROM sign_in_event WHERE workstation_id = $1 ORDER BY at, event_id',
    [workstationId],
  );
  return rows.map(({ user_id: user, kind, outcome }) => `${user} ${kind} ${outcome}`);
}

describe('the audit of who was at which workstation', () => {
  it('keeps that somebody signed in and out, and when', async () => {
    const before = backend.now();
    const desk = await backend.signIn('c.okafor');
    await desk.value('signOut', {});
    expect(await keptOf(desk.workstationId)).toEqual([
      'c.okafor sign_in succeeded',
      'c.okafor sign_out succeeded',
    ]);
    const { rows } = await backend.pool.query(
      'SELECT at FROM sign_in_event WHERE workstation_id = $1',
      [desk.workstationId],
    );
    for (const { at } of rows) {
      expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(at)).toBeLessThanOrEqual(backend.now());
    }
  });

  it('keeps every wrong password and every try of a locked user', async () => {
    const workstation = randomUUID();
    for (let tries = 0; tries < 10; tries += 1) await tryAt(workstation, 'r.ames', 'wrong');
    await tryAt(workstation, 'r.ames', 'sandbox-only');
    expect(await keptOf(workstation)).toEqual([
      ...Array(10).fill('r.ames sign_in bad_credentials'),
      'r.ames sign_in sign_in_locked',
    ]);
  });

  it('keeps that a name nobody has was tried, but not the name: it may be a password', async () => {
    const workstation = randomUUID();
    await tryAt(workstation, 'correct horse battery', 'r.ames');
    expect(await keptOf(workstation)).toEqual(['null sign_in bad_credentials']);
  });

  it('never keeps a password, and is never changed', async () => {
    await tryAt(randomUUID(), 's.lindqvist', 'battery staple');
    const { rows } = await backend.pool.query('SELECT event::text FROM sign_in_event AS event');
    const everything = JSON.stringify(rows);
    expect(everything).toContain('s.lindqvist');
    for (const typed of ['wrong', 'sandbox-only', 'correct horse', 'battery staple']) {
      expect(everything).not.toContain(typed);
    }
    for (const change of [
      "UPDATE sign_in_event SET outcome = 'succeeded'",
      'DELETE FROM sign_in_event',
    ]) {
      await expect(backend.pool.query(change)).rejects.toThrow('never changed or deleted');
    }
  });

  it('keeps that a user who is switched off was turned away', async () => {
    backend.later(91 * DAY_MS);
    const workstation = randomUUID();
    await tryAt(workstation, 'c.okafor', 'sandbox-only');
    expect(await keptOf(workstation)).toEqual(['c.okafor sign_in user_switched_off']);
  });
});
