import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { askRoute } from '#tests/support/backend-client.ts';
import { DAY_MS, moveOnly } from '#tests/support/sandbox-day.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const HOUR_MS = 3_600_000;

let backend: TestBackend;
beforeEach(async () => {
  backend = await startTestBackend({ movable: true });
});
afterEach(() => backend.stop());

async function hello() {
  const answer = await askRoute(backend.url, 'hello', {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

/** Moves the sandbox, and waits until its server says so. */
async function move(ms: number): Promise<void> {
  const { aheadMs: before = 0 } = await hello();
  await moveOnly(backend, ms);
  await expect
    .poll(async () => Math.abs(((await hello()).aheadMs ?? 0) - before - ms) < 10_000)
    .toBe(true);
}

describe('when a sandbox is moved', () => {
  it('its server tells how far it is ahead, and the time there', async () => {
    const { aheadMs: before = 0 } = await hello();
    await move(30 * DAY_MS);
    const { now, aheadMs = 0 } = await hello();
    expect(Math.round((aheadMs - before) / DAY_MS)).toBe(30);
    expect(Math.abs(Date.parse(now) - Date.now() - aheadMs)).toBeLessThan(10_000);
  });

  it('whoever is signed in stays so, for as long as they would have', async () => {
    const { ask } = await backend.signIn();
    await move(30 * DAY_MS);
    const current = await ask('currentSession', {});
    expect(current.ok).toBe(true);
    if (!current.ok) return;
    const left = Date.parse(current.value.expiresAt) - backend.now();
    expect(left).toBeGreaterThan(11.9 * HOUR_MS);
    expect(left).toBeLessThanOrEqual(12 * HOUR_MS);
    await move(2 * HOUR_MS);
    expect((await ask('currentSession', {})).ok).toBe(true);
  });

  it('a session that had ended stays ended', async () => {
    const { ask } = await backend.signIn('s.lindqvist');
    await backend.pool.query(`
      UPDATE session SET begun_at = begun_at - interval '13 hours', expires_at = expires_at - interval '13 hours'
      WHERE user_id = 's.lindqvist'`);
    const ended = { ok: false, problem: { code: 'signed_out' } };
    expect(await ask('currentSession', {})).toMatchObject(ended);
    await move(DAY_MS);
    expect(await ask('currentSession', {})).toMatchObject(ended);
  });

  it('a desk still asks after its own payments, and its token ends no later for it', async () => {
    const { session } = await backend.signIn('c.okafor');
    await move(60 * DAY_MS);
    const { rows } = await backend.pool.query(
      'SELECT max(expires_at) AS until FROM workstation_token',
    );
    expect(Date.parse(rows[0].until) - backend.now()).toBeLessThanOrEqual(30 * DAY_MS);
    const params = { key: '0194c6f0-6a4b-7000-8000-000000000001' };
    const asked = await askRoute(backend.url, 'payment', { params }, session.workstationToken);
    expect(asked).toMatchObject({ ok: false, problem: { code: 'payment_not_found' } });
  });

  it('the call goes on: still verified, and the card that was taken pays, dated there', async () => {
    const call = await verifiedCall(await backend.signIn());
    const order = await call.order(2_500);
    await move(40 * DAY_MS);
    const balance = await call.balance();
    expect(Math.abs(Date.parse(balance.asOf) - backend.now())).toBeLessThan(60_000);
    const paid = await call.pay(order);
    expect(paid).toMatchObject({ ok: true, value: { state: 'approved' } });
    if (!paid.ok) return;
    const today = dateIn(balance.guarantor.timeZone, balance.asOf);
    expect(paid.value.postingOn && paid.value.postingOn >= today).toBe(true);
  });

  it('a call that has ended was verified when it was, however far the sandbox moves', async () => {
    const call = await verifiedCall(await backend.signIn());
    const verifiedAt = async () => {
      const { rows } = await backend.pool.query(
        'SELECT closed_at::text AS at FROM verification WHERE verification_id = $1',
        [call.verificationId],
      );
      return rows[0]?.at;
    };
    const before = await verifiedAt();
    const at = new Date(backend.now()).toISOString();
    const record = {
      callId: call.callId,
      reference: 'C-4XK7',
      startedAt: at,
      endedAt: at,
      userId: call.desk.session.user.userId,
      mrn: personas.marisol.mrn,
      guarantorId: call.guarantorId,
      callerRole: 'patient',
      disposition: 'explained',
      summary: '',
      notes: '',
      followUps: [],
      attemptKeys: [],
      recordingPauses: [],
    };
    const params = { callId: call.callId };
    await call.desk.value('keepCallRecord', { params, body: record as never });
    await move(7 * DAY_MS);
    expect(before).toMatch(/^2/);
    expect(await verifiedAt()).toBe(before);
  });

  it('a verification that was too old stays too old', async () => {
    const call = await verifiedCall(await backend.signIn());
    await backend.pool.query("UPDATE verification SET begun_at = begun_at - interval '5 hours'");
    await move(DAY_MS);
    await expect(call.balance()).rejects.toThrow(/not_verified/);
  });
});
