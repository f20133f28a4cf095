import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { askRoute, type SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let desk: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
  desk = await backend.signIn();
});
afterAll(() => backend.stop());

function recordOf(callId: string) {
  return {
    callId,
    reference: 'C-4XK7',
    startedAt: '2026-11-21T14:02:00.000Z',
    endedAt: '2026-11-21T14:09:30.000Z',
    userId: 'r.ames',
    mrn: personas.marisol.mrn,
    guarantorId: personas.marisol.guarantorId,
    callerRole: 'patient' as const,
    disposition: 'explained' as const,
    summary: 'Explained the deductible.',
    notes: '',
    followUps: [{ kind: 'send_copy' as const, note: 'the statement of October' }],
    attemptKeys: [],
  };
}

describe('the record of a finished call', () => {
  it('is kept once, however often it is sent, and by the workstation alone too', async () => {
    const callId = randomUUID();
    const asked = { params: { callId }, body: recordOf(callId) };
    expect(await desk.value('keepCallRecord', asked)).toEqual({ callId });
    const { workstationToken } = desk.session;
    const again = await askRoute(backend.url, 'keepCallRecord', asked, workstationToken);
    expect(again).toMatchObject({ ok: true, value: { callId } });
    const { rows } = await backend.pool.query(
      'SELECT reference, disposition FROM call_record WHERE call_id = $1',
      [callId],
    );
    expect(rows).toEqual([{ reference: 'C-4XK7', disposition: 'explained' }]);
  });

  it('is not replaced by another record of the same call', async () => {
    const callId = randomUUID();
    const record = recordOf(callId);
    await desk.value('keepCallRecord', { params: { callId }, body: record });
    const body = { ...record, notes: 'changed afterwards' };
    const other = await desk.ask('keepCallRecord', { params: { callId }, body });
    expect(other).toMatchObject({ ok: false, problem: { code: 'key_reused' } });
  });

  it('is not written by one person in the name of another', async () => {
    const callId = randomUUID();
    const body = { ...recordOf(callId), userId: 'c.okafor' };
    const other = await desk.ask('keepCallRecord', { params: { callId }, body });
    expect(other).toMatchObject({ ok: false, problem: { code: 'not_allowed' } });
  });

  it('is of the call it is sent for, and ends after it began', async () => {
    const callId = randomUUID();
    const record = recordOf(callId);
    const elsewhere = await desk.ask('keepCallRecord', {
      params: { callId: randomUUID() },
      body: record,
    });
    expect(elsewhere).toMatchObject({ problem: { code: 'bad_request', field: 'callId' } });
    const body = { ...record, endedAt: '2026-11-21T14:00:00.000Z' };
    const backwards = await desk.ask('keepCallRecord', { params: { callId }, body });
    expect(backwards).toMatchObject({ problem: { code: 'bad_request', field: 'endedAt' } });
  });
});
