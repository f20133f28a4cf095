import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '#backend/database/connect.ts';
import { evaluatePromises } from '#backend/kept/evaluate-promises.ts';
import { personas } from '#backend/seed/personas.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { CALL_SILENT_AFTER_MS } from '#shared/contract/floor.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { sentOf } from '#tests/backend/kept/sent.ts';
import { inMonths, planDesk } from '#tests/backend/plans/plan-desk.ts';
import { cards, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let supervisor: SignedIn;
let desk: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-18T18:00Z', resolveEveryMs: 60_000 });
  supervisor = await backend.signIn('s.lindqvist');
  desk = await backend.signIn();
});
afterAll(() => backend.stop());

const floor = (region?: RegionCode, days: '7' | '30' = '7') =>
  supervisor.value('floor', { query: { days, ...(region && { region }) } });
async function today(region?: RegionCode) {
  const last = (await floor(region)).days.at(-1);
  if (!last) throw new Error('There is always a day.');
  return last;
}
const hold = (callId: string, at = backend.now()) =>
  desk.ask('holdCall', { params: { callId }, body: { begunAt: instantOf(at) } });
const endCall = (callId: string, seconds: number, guarantorId: string | null = null) =>
  desk.value('keepCallRecord', {
    params: { callId },
    body: {
      callId,
      reference: 'C-4XK7',
      startedAt: instantOf(backend.now() - seconds * 1_000),
      endedAt: instantOf(backend.now()),
      userId: 'r.ames',
      mrn: null,
      guarantorId,
      callerRole: null,
      disposition: 'explained',
      summary: '',
      notes: '',
      followUps: [],
      attemptKeys: [],
    },
  });

it('counts a call from its begin until its record arrives, and not again for a message that is late', async () => {
  const callId = randomUUID();
  const begunAt = backend.now();
  expect((await floor()).calls).toEqual({ open: 0, longestSince: null });
  expect((await hold(callId, begunAt)).ok).toBe(true);
  await hold(callId, begunAt);
  expect((await floor()).calls).toEqual({ open: 1, longestSince: instantOf(begunAt) });
  await endCall(callId, 60);
  expect((await floor()).calls.open).toBe(0);
  await hold(callId, begunAt);
  expect((await floor()).calls.open).toBe(0);
});

it('takes no desk at its word whose clock says that a call began last week, or begins tomorrow', async () => {
  const day = 86_400_000;
  for (const [begunAt, longest] of [
    [backend.now() - 7 * day, day],
    [backend.now() + day, 0],
  ] as const) {
    const callId = randomUUID();
    expect((await hold(callId, begunAt)).ok).toBe(true);
    const { longestSince } = (await floor()).calls;
    const asked = backend.now();
    expect(asked - Date.parse(longestSince ?? '')).toBeLessThan(longest + 60_000);
    expect(asked - Date.parse(longestSince ?? '')).toBeGreaterThanOrEqual(longest);
    await endCall(callId, 60);
  }
});

it('counts a call no more whose desk was killed, and again when the desk is back', async () => {
  const callId = randomUUID();
  await hold(callId);
  expect((await floor()).calls.open).toBe(1);
  backend.later(CALL_SILENT_AFTER_MS + 1_000);
  expect((await floor()).calls.open).toBe(0);
  await hold(callId);
  expect((await floor()).calls.open).toBe(1);
  await endCall(callId, 60);
});

it('puts a call under the region of whoever called, once they are being verified', async () => {
  const { callId, guarantorId } = await verifiedCall(desk, personas.leilani);
  await hold(callId);
  expect((await floor('HI')).calls.open).toBe(1);
  expect((await floor('NCAL')).calls.open).toBe(0);
  await endCall(callId, 60, guarantorId);
});

it('lets nobody hold the call of another', async () => {
  const callId = randomUUID();
  await hold(callId);
  const other = await backend.signIn('c.okafor');
  const body = { begunAt: instantOf(backend.now()) };
  const held = await other.ask('holdCall', { params: { callId }, body });
  expect(held).toMatchObject({ ok: false, problem: { code: 'not_allowed' } });
  await endCall(callId, 60);
});

it('says how long calls took together, and what the one in the middle took, under their region', async () => {
  const before = (await today('GA')).handling;
  expect(before).toEqual({ calls: 0, seconds: 0, medianSeconds: null });
  const { rows } = await backend.pool.query(
    `SELECT guarantor_id FROM guarantor WHERE region = 'GA' LIMIT 1`,
  );
  for (const seconds of [100, 200, 900]) {
    await endCall(randomUUID(), seconds, rows[0].guarantor_id);
  }
  expect((await today('GA')).handling).toEqual({ calls: 3, seconds: 1_200, medianSeconds: 200 });
  expect((await today('HI')).handling.calls).toBe(1);
});

it('counts a payment at once, and a declined card as tried and as declined, with its reason', async () => {
  const call = await verifiedCall(desk, personas.marisol);
  const before = await today('NCAL');
  await call.pay(await call.order(1_234));
  const token = await call.capture(cards.insufficientFunds);
  await call.pay(await call.order(1_500, { method: { kind: 'card', token } }));
  const after = await today('NCAL');
  const card = ({ taken }: typeof after) =>
    taken.find(({ method }) => method === 'card') ?? { count: 0, cents: 0 };
  expect(card(after).count).toBe(card(before).count + 1);
  expect(card(after).cents).toBe(card(before).cents + 1_234);
  expect(after.cards.answered).toBe(before.cards.answered + 2);
  expect(after.cards.declined).toBe(before.cards.declined + 1);
  expect((await floor('NCAL')).declines).toContainEqual({ code: 'insufficient_funds', count: 1 });
});

it('counts calls in which a plan was offered, not the offers gone through, and those in which one was agreed to', async () => {
  await backend.pool.query(
    `UPDATE payment_plan SET closed_on = current_date, state = 'cancelled' WHERE closed_on IS NULL`,
  );
  const before = (await today('NCAL')).plans;
  const first = planDesk(await verifiedCall(desk, personas.marisol), backend.now);
  expect((await first.offer(inMonths(6, '2026-12-10'))).ok).toBe(true);
  await first.offer(inMonths(12, '2026-12-10'));
  expect((await today('NCAL')).plans).toEqual({ ...before, offered: before.offered + 1 });
  backend.later(1_000);
  const second = planDesk(await verifiedCall(desk, personas.marisol), backend.now);
  await second.agreed(inMonths(6, '2026-12-10'));
  const { planId } = await second.plans().then(({ plans }) => plans[0] as { planId: string });
  expect((await today('NCAL')).plans).toEqual({
    ...before,
    offered: before.offered + 2,
    agreed: before.agreed + 1,
  });
  await backend.pool.query(
    `INSERT INTO plan_event (event_id, plan_id, at, happened_on, kind) VALUES (gen_random_uuid(), $1, now(), $2, 'missed')`,
    [planId, '2026-11-18'],
  );
  expect((await today('NCAL')).plans.missed).toBe(before.missed + 1);
});

it('counts a promise as open on its day, then as kept or broken, and none that was replaced', async () => {
  const db = connect(backend.pool);
  const call = await verifiedCall(desk, personas.marisol);
  const sent = sentOf(call, backend);
  const promisedOn = sent.inDays(1);
  await desk.value('keepPromise', sent.promise({ promisedOn, amountCents: 5_000 }));
  backend.later(1_000);
  const later = sentOf(call, backend);
  await desk.value('keepPromise', later.promise({ promisedOn, amountCents: 2_000 }));
  backend.moveTo('2026-11-19T18:00Z');
  [supervisor, desk] = [await backend.signIn('s.lindqvist'), await backend.signIn()];
  const due = async () => (await today('NCAL')).promises;
  const { rows } = await backend.pool.query(
    `SELECT count(*)::int AS others FROM promise_to_pay JOIN guarantor USING (guarantor_id)
     WHERE region = 'NCAL' AND promised_on = $1 AND guarantor_id <> $2`,
    [promisedOn, personas.marisol.guarantorId],
  );
  expect(rows).toEqual([{ others: 0 }]);
  expect(await due()).toEqual({ kept: 0, broken: 0, open: 1 });
  const evaluate = () =>
    evaluatePromises({ db }, { region: 'NCAL', today: '2026-11-20' as CalendarDate });
  await evaluate();
  expect(await due()).toEqual({ kept: 0, broken: 1, open: 0 });
  const paying = await verifiedCall(desk, personas.marisol);
  await paying.pay(await paying.order(2_000));
  await evaluate();
  expect(await due()).toEqual({ kept: 1, broken: 0, open: 0 });
});

it('is for supervisors alone', async () => {
  expect(await desk.ask('floor', { query: { days: '7' } })).toMatchObject({
    ok: false,
    problem: { code: 'not_allowed' },
  });
});
