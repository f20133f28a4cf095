import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { settle } from '#tests/support/settled-payment.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** Ten in the morning in California, on the Tuesday before Thanksgiving. */
const TUESDAY_MORNING = '2026-11-24T10:00-08:00';

let backend: TestBackend;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.moveTo(TUESDAY_MORNING);
  call = await verifiedCall(await backend.signIn());
});
afterAll(() => backend.stop());

async function paid(): Promise<string> {
  const key = newKey();
  await call.pay(await call.order(2_000, { duplicateAcknowledged: true }), key);
  return key;
}

async function callAgain(): Promise<void> {
  call = await verifiedCall(await backend.signIn());
}

const historyOf = (key: string) =>
  call.desk.value('paymentHistory', {
    params: { key },
    query: { verificationId: call.verificationId },
  });

async function trace(key: string, traceId: string = randomUUID(), note = 'not on the statement') {
  const answer = await call.desk.ask('openTrace', {
    params: { key, traceId },
    body: { note, verificationId: call.verificationId },
  });
  return answer.ok ? 'open' : answer.problem;
}

describe('the history of a payment', () => {
  it('tells every state with its date and reason, and what may be done now', async () => {
    const key = await paid();
    const fresh = await historyOf(key);
    expect(fresh.states.map(({ state }) => state)).toEqual(['sent', 'approved']);
    expect(fresh.takenByName).toBe('Rosa Ames');
    expect(fresh.refusals).toEqual({
      void: null,
      lateVoid: 'void_instead',
      refund: 'void_instead',
      trace: 'trace_too_early',
    });
    await call.desk.value('voidPayment', { params: { key }, body: { reason: 'wrong account' } });
    const voided = await historyOf(key);
    expect(voided.states.at(-1)).toMatchObject({ state: 'voided', why: 'wrong account' });
    expect(voided.refusals).toEqual({
      void: 'not_voidable',
      lateVoid: 'not_voidable',
      refund: 'not_refundable',
      trace: 'not_traceable',
    });
    const settled = await paid();
    await settle(backend, settled);
    expect(await historyOf(settled)).toMatchObject({
      refundableCents: 2_000,
      refundedCents: 0,
      refusals: { void: 'not_voidable', refund: null },
    });
  });

  it('is for a verified caller of that guarantor, or a supervisor of the region', async () => {
    const key = await paid();
    const supervisor = await backend.signIn('s.lindqvist');
    expect(await supervisor.ask('paymentHistory', { params: { key } })).toMatchObject({ ok: true });
    const unverified = await call.desk.ask('paymentHistory', { params: { key } });
    expect(unverified).toMatchObject({ problem: { code: 'not_verified' } });
    const about = await verifiedCall(call.desk, personas.leilani);
    const foreign = await call.desk.ask('paymentHistory', {
      params: { key },
      query: { verificationId: about.verificationId },
    });
    expect(foreign).toMatchObject({ problem: { code: 'not_verified' } });
  });
});

describe('a trace', () => {
  it('is refused within two business days, with the day from which it may be opened', async () => {
    const key = await paid();
    // Thanksgiving is no business day.
    const early = { code: 'trace_too_early', openFrom: '2026-11-27' };
    expect(await trace(key)).toMatchObject(early);
    backend.moveTo('2026-11-26T23:59-08:00');
    await callAgain();
    expect(await trace(key)).toMatchObject(early);
    backend.moveTo('2026-11-27T00:00-08:00');
    await callAgain();
    const traceId = randomUUID();
    expect(await trace(key, traceId)).toBe('open');
    expect(await trace(key, traceId)).toBe('open');
    expect(await trace(key, traceId, 'another note')).toMatchObject({ code: 'key_reused' });
    expect(await trace(key)).toMatchObject({ code: 'trace_open' });
    expect((await historyOf(key)).traces).toMatchObject([
      { traceId, note: 'not on the statement', openedByName: 'Rosa Ames' },
    ]);
  });

  it('is not for a payment that has posted', async () => {
    const key = await paid();
    await settle(backend, key);
    backend.moveTo('2026-12-02T10:00-08:00');
    await callAgain();
    expect(await trace(key)).toMatchObject({ code: 'not_traceable' });
  });
});

describe('a dispute', () => {
  async function dispute(
    chargeId: string,
    disputeId: string = randomUUID(),
    reason = 'never was there',
  ) {
    const body = { chargeId, reason, verificationId: call.verificationId };
    const answer = await call.desk.ask('openDispute', { params: { disputeId }, body });
    return answer.ok ? 'open' : answer.problem.code;
  }

  it('opened from the call stands in the balance, once for each charge', async () => {
    const { charges, disputes } = await call.balance();
    const disputed = new Set(disputes.map(({ chargeId }) => chargeId));
    const charge = charges.find(each => each.openCents > 0 && !disputed.has(each.chargeId));
    if (!charge) throw new Error('Nothing is left to dispute.');
    const disputeId = randomUUID();
    expect(await dispute(charge.chargeId, disputeId)).toBe('open');
    expect(await dispute(charge.chargeId, disputeId)).toBe('open');
    expect(await dispute(charge.chargeId, disputeId, 'another reason')).toBe('key_reused');
    expect(await dispute(charge.chargeId)).toBe('dispute_open');
    const after = await call.balance();
    expect(after.disputes.map(each => each.disputeId)).toContain(disputeId);
    expect(await dispute(randomUUID())).toBe('not_found');
  });
});
