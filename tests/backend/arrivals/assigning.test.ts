import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#backend/database/connect.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { openExceptions } from '#tests/support/open-exceptions.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { openDb, received, statement, take, waiting } from './statements.ts';

let backend: TestBackend;
let db: Database;
let call: VerifiedCall;
let supervisor: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-17T18:00Z', resolveEveryMs: 60_000 });
  db = openDb(backend);
  call = await verifiedCall(await backend.signIn());
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(async () => {
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await db.destroy();
  await backend.stop();
});

const list = async () =>
  (await openExceptions(supervisor, 'unmatched')).map(each => each.detail.arrival);

async function oneArrives(amount: string, remittance = 'thank you') {
  await take(db, backend, statement({ amount, channel: 'mail', remittance }));
  const arrivals = await list();
  return arrivals[arrivals.length - 1]?.arrivalId as string;
}

const asked = (arrivalId: string, changes = {}) => ({
  params: { arrivalId },
  body: {
    number: call.guarantorId,
    ledger: 'medical' as const,
    reason: 'The name on the check is the payer’s.',
    ...changes,
  },
});
const codeOf = (answer: { ok: boolean; problem?: { code: string; field?: string | undefined } }) =>
  answer.ok ? 'assigned' : `${answer.problem?.code} ${answer.problem?.field ?? ''}`.trim();

it('a supervisor sees what waits, and posts it by hand to whoever it is from', async () => {
  await oneArrives('12.34', `not the right amount for ${call.guarantorId}`);
  const [arrival] = await list();
  expect(arrival).toMatchObject({
    channel: 'mail',
    amountCents: 1_234,
    why: 'amount_differs',
    guarantorId: call.guarantorId,
    guarantorName: (await call.balance()).guarantor.name,
  });
  const { billPayNumber } = (await call.balance()).guarantor;
  const question = asked(arrival?.arrivalId as string, { number: billPayNumber });
  const assigned = await supervisor.value('assignArrival', question);
  expect(assigned).toMatchObject({
    guarantorId: call.guarantorId,
    amountCents: 1_234,
    creditCents: 0,
  });
  expect(await list()).toEqual([]);
  expect(await received(backend, call.guarantorId)).toMatchObject([
    { cents: 1_234, why: expect.stringContaining('assigned by a supervisor') },
  ]);
  const { rows: moves } = await backend.pool.query(
    "SELECT to_state, moved_by FROM payment_state_change WHERE moved_by = 's.lindqvist' ORDER BY at, to_state",
  );
  expect(moves.map(each => each.to_state)).toEqual(['expected', 'received']);
  // The answer was lost: the same words again are answered like the first time.
  expect(await supervisor.value('assignArrival', question)).toEqual(assigned);
  const { rows } = await backend.pool.query(
    "SELECT user_id, guarantor_id, reason FROM access_event WHERE action = 'arrival_assigned'",
  );
  expect(rows).toEqual([
    { user_id: 's.lindqvist', guarantor_id: call.guarantorId, reason: question.body.reason },
  ]);
});

it('of two who post it at the same time one does, and the other is told', async () => {
  const arrivalId = await oneArrives('5.00');
  const other = (await verifiedCall(call.desk, personas.earl)).guarantorId;
  const answers = await Promise.all([
    supervisor.ask('assignArrival', asked(arrivalId)),
    supervisor.ask('assignArrival', asked(arrivalId, { number: other })),
  ]);
  expect(answers.map(codeOf).sort()).toEqual(['arrival_matched', 'assigned']);
  const all = [...(await received(backend, call.guarantorId)), ...(await received(backend, other))];
  expect(all.filter(each => each.cents === 500)).toHaveLength(1);
  expect(await waiting(backend)).toEqual([]);
});

it('what cannot be is refused, and the money goes on waiting', async () => {
  const arrivalId = await oneArrives('6.00');
  const codes = async (changes: object) =>
    codeOf(await supervisor.ask('assignArrival', asked(arrivalId, changes)));
  expect(await codes({ number: '999999999' })).toBe('not_found number');
  expect(await codes({ number: '12' })).toBe('bad_request number');
  expect(await codes({ reason: ' x ' })).toBe('bad_request reason');
  expect(await codes({ reason: 'card 4242424242424242' })).toBe('card_in_reason reason');
  expect(await codes({ ledger: 'premium' })).toBe('nothing_billed ledger');
  expect(codeOf(await supervisor.ask('assignArrival', asked(randomUUID())))).toBe(
    'not_found arrivalId',
  );
  expect(codeOf(await call.desk.ask('assignArrival', asked(arrivalId)))).toBe('not_allowed');
  const query = { kind: 'unmatched', whose: 'everybodys', standing: 'open' } as const;
  expect(codeOf(await call.desk.ask('exceptionQueue', { query }))).toBe('not_allowed');
  expect(await waiting(backend)).toHaveLength(1);
});
