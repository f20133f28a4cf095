import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '#tests/support/backend-call.ts';
import { askRoute } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const DAY_MS = 24 * 3_600_000;

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
});
afterAll(() => backend.stop());

/** What a workstation hears when it asks after a payment by this token. */
async function heardWith(token: string): Promise<string> {
  const asked = { params: { key: newKey() } };
  const answer = await askRoute(backend.url, 'payment', asked, token);
  return answer.ok ? 'a payment' : answer.problem.code;
}

async function tokenAt(workstationId: string): Promise<string> {
  return (await backend.signIn('r.ames', workstationId)).session.workstationToken;
}

describe('the token with which a desk asks after its own payments', () => {
  it('still holds when the reply of a later sign-in was lost', async () => {
    const workstationId = randomUUID();
    const kept = await tokenAt(workstationId);
    backend.later(1_000);
    await tokenAt(workstationId);
    expect(await heardWith(kept)).toBe('payment_not_found');
  });

  it('ends once the one after it has been used', async () => {
    const workstationId = randomUUID();
    const older = await tokenAt(workstationId);
    backend.later(1_000);
    const newer = await tokenAt(workstationId);
    expect(await heardWith(newer)).toBe('payment_not_found');
    expect(await heardWith(older)).toBe('signed_out');
    expect(await heardWith(newer)).toBe('payment_not_found');
  });

  it('holds when the one before it came from a server whose clock is ahead, and is used once more', async () => {
    const workstationId = randomUUID();
    backend.later(20 * 60_000);
    const ahead = await tokenAt(workstationId);
    backend.later(-20 * 60_000);
    const newer = await tokenAt(workstationId);
    expect(await heardWith(ahead)).toBe('payment_not_found');
    expect(await heardWith(newer)).toBe('payment_not_found');
    expect(await heardWith(ahead)).toBe('signed_out');
  });

  it('ends thirty days after nobody has signed in there any more', async () => {
    const token = await tokenAt(randomUUID());
    backend.later(30 * DAY_MS - 60_000);
    expect(await heardWith(token)).toBe('payment_not_found');
    backend.later(120_000);
    expect(await heardWith(token)).toBe('signed_out');
  });
});
