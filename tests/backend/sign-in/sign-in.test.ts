import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#shared/contract/problem.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { askRoute } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
});
afterAll(() => backend.stop());

async function tryPassword(password: string, userId = 'r.ames'): Promise<string> {
  const body = { userId, password, workstationId: randomUUID() };
  const answer = await askRoute(backend.url, 'signIn', { body });
  return answer.ok ? 'signed in' : answer.problem.code;
}

/** What a locked user is told about when to come back, in the problem and in the header alike. */
async function secondsToWait(): Promise<number> {
  const response = await fetch(`${backend.url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) },
    body: JSON.stringify({
      userId: 'r.ames',
      password: 'sandbox-only',
      workstationId: randomUUID(),
    }),
  });
  const problem = Problem.parse(await response.json());
  expect(problem.code).toBe('sign_in_locked');
  expect(response.headers.get('retry-after')).toBe(String(problem.retryAfterSeconds));
  return problem.retryAfterSeconds ?? 0;
}

describe('signing in', () => {
  it('tells who one is, and until when', async () => {
    const { session, value } = await backend.signIn('c.okafor');
    const current = await value('currentSession', {});
    expect(current.user).toMatchObject({ name: 'Chidi Okafor', role: 'counselor' });
    expect(current.expiresAt).toBe(session.expiresAt);
  });

  it('ten wrong passwords lock the user for thirty minutes, and the right one does not help', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await tryPassword('wrong')).toBe('bad_credentials');
    }
    expect(await tryPassword('sandbox-only')).toBe('sign_in_locked');
    backend.later(29 * MINUTE_MS);
    expect(await secondsToWait()).toBeGreaterThan(30);
    expect(await secondsToWait()).toBeLessThanOrEqual(60);
    backend.later(2 * MINUTE_MS);
    expect(await tryPassword('sandbox-only')).toBe('signed in');
  });

  it('twenty wrong passwords at once are not more than ten tries', async () => {
    const once = () => tryPassword('wrong', 's.lindqvist');
    const tries = await Promise.all(Array.from({ length: 20 }, once));
    expect(tries.filter(code => code === 'bad_credentials')).toHaveLength(10);
    expect(tries.filter(code => code === 'sign_in_locked')).toHaveLength(10);
  });

  it('an unknown user is told nothing that a wrong password would not be', async () => {
    expect(await tryPassword('sandbox-only', 'nobody')).toBe('bad_credentials');
  });
});

describe('a session', () => {
  it('ends when one signs out', async () => {
    const { ask } = await backend.signIn();
    expect(await ask('signOut', {})).toMatchObject({ ok: true, status: 204 });
    expect(await ask('currentSession', {})).toMatchObject({ problem: { code: 'signed_out' } });
  });

  it('ends after twelve hours', async () => {
    const { ask } = await backend.signIn();
    backend.later(11 * 60 * MINUTE_MS);
    expect(await ask('currentSession', {})).toMatchObject({ ok: true });
    backend.later(61 * MINUTE_MS);
    expect(await ask('currentSession', {})).toMatchObject({ problem: { code: 'signed_out' } });
  });

  it('is kept as a hash: no token stands in the database', async () => {
    const { session } = await backend.signIn();
    const { rows } = await backend.pool.query(
      'SELECT (SELECT json_agg(session) FROM session) AS s, (SELECT json_agg(workstation) FROM workstation) AS w',
    );
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(session.token.slice(3));
    expect(kept).not.toContain(session.workstationToken.slice(3));
  });
});

it('a user idle for ninety days is switched off', async () => {
  expect(await tryPassword('sandbox-only')).toBe('signed in');
  backend.later(89 * DAY_MS);
  expect(await tryPassword('sandbox-only')).toBe('signed in');
  backend.later(91 * DAY_MS);
  expect(await tryPassword('sandbox-only')).toBe('user_switched_off');
});
