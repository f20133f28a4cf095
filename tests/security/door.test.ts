import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerCall } from '#electron/calls/answer-call.ts';
import { access, mayUse } from '#shared/access/table.ts';
import { type CallName, deskCalls } from '#shared/desk/calls.ts';
import { RefusalReason } from '#shared/desk/refusal.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const names = Object.keys(deskCalls) as CallName[];
const users = {
  representative: 'r.ames',
  counselor: 'c.okafor',
  supervisor: 's.lindqvist',
} as const;

let backend: TestBackend;

beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

async function deskOf(role?: keyof typeof users): Promise<TestDesk> {
  const desk = startTestDesk(backend.url, { running: false });
  if (role) {
    await desk.value('session.signIn', { userId: users[role], password: 'sandbox-only' });
  }
  return desk;
}

describe('every call through the door', () => {
  for (const role of ['representative', 'counselor', 'supervisor'] as const) {
    test(`is open to a ${role} exactly where the table says so`, async () => {
      const desk = await deskOf(role);
      const guarded = names.filter(name => !name.startsWith('session.'));
      for (const name of guarded) {
        const reply = await answerCall(desk.door, deskCalls[name].page, name, { nonsense: true });
        const refusedByRole = !reply.ok && reply.reason === 'not_allowed';
        expect({ name, refusedByRole }).toEqual({
          name,
          refusedByRole: !mayUse(access.calls[name], role),
        });
      }
      await desk.stop();
    });
  }

  test('is closed before anybody has signed in, but for the status line and the sign-in', async () => {
    const desk = await deskOf();
    for (const name of names) {
      const reply = await answerCall(desk.door, deskCalls[name].page, name, null);
      const isClosed = !reply.ok && reply.reason === 'signed_out';
      expect({ name, isClosed }).toEqual({ name, isClosed: access.calls[name] !== 'anyone' });
    }
    await desk.stop();
  });

  test('is closed while the desk is locked, but for unlocking, signing out and the status line', async () => {
    const desk = await deskOf('representative');
    await desk.value('session.lock', null);
    const open = names.filter(name => mayUse(access.calls[name], 'representative'));
    for (const name of open.filter(each => each !== 'session.signOut')) {
      const reply = await answerCall(desk.door, deskCalls[name].page, name, null);
      const isLocked = !reply.ok && reply.reason === 'locked';
      expect({ name, isLocked }).toEqual({ name, isLocked: Array.isArray(access.calls[name]) });
    }
    await desk.stop();
  });

  test('is refused to the other page and to a frame that is none of ours', async () => {
    const desk = await deskOf('representative');
    for (const name of names) {
      const other = deskCalls[name].page === 'desk' ? 'capture' : 'desk';
      for (const page of [other, undefined] as const) {
        expect(await answerCall(desk.door, page, name, null)).toMatchObject({
          ok: false,
          reason: 'wrong_page',
        });
      }
    }
    await desk.stop();
  });

  test('survives arbitrary JSON with a reason from the closed list and one sentence', async () => {
    const desk = await deskOf('representative');
    const spared: CallName[] = ['session.signOut', 'session.lock', 'session.unlock'];
    const anyName = fc.oneof(
      fc.constantFrom(...names.filter(name => !spared.includes(name))),
      fc.string(),
      fc.jsonValue(),
    );
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(anyName, fc.jsonValue(), async (name, input) => {
        const isCapture = typeof name === 'string' && name.startsWith('capture.s');
        const reply = await answerCall(desk.door, isCapture ? 'capture' : 'desk', name, input);
        if (reply.ok) return;
        refused += 1;
        expect(RefusalReason.options).toContain(reply.reason);
        expect(reply.reason).not.toBe('internal');
        expect(reply.message.length).toBeGreaterThan(10);
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(300);
    await desk.stop();
  });
});
