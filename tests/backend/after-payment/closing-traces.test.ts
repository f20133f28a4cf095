import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TraceFinding } from '#shared/billing/payment-trace.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { settle } from '#tests/support/settled-payment.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** The Tuesday before Thanksgiving; what is taken then posts on Wednesday. */
const TUESDAY = '2026-11-24T10:00-08:00';

let backend: TestBackend;
let call: VerifiedCall;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(() => at(TUESDAY));
afterAll(() => backend.stop());

async function at(instant: string): Promise<void> {
  backend.moveTo(instant);
  call = await verifiedCall(await backend.signIn());
  supervisor = await backend.signIn('s.lindqvist');
}

async function paid(): Promise<string> {
  const key = newKey();
  await call.pay(await call.order(2_000, { duplicateAcknowledged: true }), key);
  return key;
}

async function traced(key: string): Promise<string> {
  const traceId = randomUUID();
  const body = { note: 'not on the statement', verificationId: call.verificationId };
  await call.desk.value('openTrace', { params: { key, traceId }, body });
  return traceId;
}

async function close(traceId: string, finding: TraceFinding, reason = 'the bank told us') {
  const body = { finding, reason };
  const answer = await supervisor.ask('closeTrace', { params: { traceId }, body });
  return answer.ok ? 'closed' : answer.problem.code;
}

const listed = async () =>
  new Map(
    (await supervisor.value('unpostedPayments', {})).payments.map(each => [
      each.key as string,
      each,
    ]),
  );

it('a payment is listed as unposted two business days after its day, with its age, in its region’s days', async () => {
  const key = await paid();
  // Wednesday and two business days: Thanksgiving and the weekend are none.
  await at('2026-11-29T23:59-08:00');
  expect((await listed()).has(key)).toBe(false);
  await at('2026-11-30T00:01-08:00');
  expect((await listed()).get(key)).toMatchObject({
    state: 'approved',
    postingOn: '2026-11-25',
    businessDaysLate: 2,
    trace: null,
  });
  await settle(backend, key, ['posted']);
  expect((await listed()).has(key)).toBe(false);
  const payments = [...(await listed()).values()];
  expect(payments.map(each => each.postingOn)).toEqual(payments.map(each => each.postingOn).sort());
});

it('a trace stays on the list until it is closed with what it found, which its history tells', async () => {
  const key = await paid();
  await at('2026-11-30T10:00-08:00');
  const traceId = await traced(key);
  expect((await listed()).get(key)?.trace).toMatchObject({
    traceId,
    note: 'not on the statement',
    openedByName: 'Rosa Ames',
  });
  expect(await close(traceId, 'posted')).toBe('not_posted_yet');
  await settle(backend, key, ['posted']);
  expect((await listed()).get(key)).toMatchObject({ businessDaysLate: 0, trace: { traceId } });
  expect(await close(traceId, 'posted')).toBe('closed');
  expect(await close(traceId, 'posted')).toBe('closed');
  expect(await close(traceId, 'duplicate')).toBe('trace_closed');
  expect((await listed()).has(key)).toBe(false);
  const history = await supervisor.value('paymentHistory', { params: { key } });
  expect(history.traces[0]?.closed).toMatchObject({
    finding: 'posted',
    reason: 'the bank told us',
    byName: 'Sanna Lindqvist',
  });
});

it('after a trace that found nothing another may be opened', async () => {
  const key = await paid();
  await at('2026-11-30T10:00-08:00');
  const first = await traced(key);
  expect(await close(first, 'ask_bank', '4111 1111 1111 1111')).toBe('card_in_reason');
  expect(await close(first, 'ask_bank')).toBe('closed');
  expect(await close(await traced(key), 'applied_elsewhere', 'it is on 300100022')).toBe('closed');
  expect(await close(randomUUID(), 'duplicate')).toBe('trace_not_found');
});

it('a payment that posted is not traced, and the refusal says why', async () => {
  const key = await paid();
  await settle(backend, key, ['posted']);
  await at('2026-11-30T10:00-08:00');
  const body = { note: 'not on the statement', verificationId: call.verificationId };
  const answer = await call.desk.ask('openTrace', { params: { key, traceId: randomUUID() }, body });
  expect(answer).toMatchObject({
    problem: { code: 'not_traceable', detail: expect.stringContaining('nothing to trace') },
  });
});
