import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { Problem } from '#shared/contract/problem.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { askRoute } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { sentOf } from './sent.ts';

let backend: TestBackend;
let call: VerifiedCall;
let sent: ReturnType<typeof sentOf>;
let billPayNumber: string;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-17T18:00Z', resolveEveryMs: 60_000 });
  call = await verifiedCall(await backend.signIn());
  sent = sentOf(call, backend);
  billPayNumber = (await call.balance()).guarantor.billPayNumber;
});
afterAll(() => backend.stop());

const { mrn } = personas.marisol;

/** One of each kind, with the route it is sent by and a change that makes it another. */
function oneOfEach() {
  return [
    ['a note', 'keepNote', sent.note(), { text: 'Asked about the lab.' }],
    ['a promise', 'keepPromise', sent.promise(), { amountCents: 10_000 }],
    ['a referral', 'keepReferral', sent.referral(mrn), { programme: 'chc' }],
    ['an expected wire', 'keepExpectedWire', sent.wire(billPayNumber), { amountCents: 500 }],
  ] as const;
}

const codeOf = (answer: { ok: boolean; problem?: Pick<Problem, 'code' | 'field'> }) =>
  answer.ok ? 'kept' : `${answer.problem?.code} ${answer.problem?.field ?? ''}`.trim();

describe('what a call leaves with a guarantor', () => {
  it.each([0, 1, 2, 3])('is kept once under its id, however often it is sent (%i)', async which => {
    const [, route, asked, change] = oneOfEach()[which] as ReturnType<typeof oneOfEach>[0];
    expect(codeOf(await call.desk.ask(route, asked))).toBe('kept');
    expect(codeOf(await call.desk.ask(route, asked))).toBe('kept');
    const alone = call.desk.session.workstationToken;
    expect(codeOf(await askRoute(backend.url, route, asked, alone))).toBe('kept');
    const other = { ...asked, body: { ...asked.body, ...change } };
    expect(codeOf(await call.desk.ask(route, other as typeof asked))).toBe('key_reused');
    const elsewhere = { ...asked, params: sent.note().params };
    expect(codeOf(await call.desk.ask(route, elsewhere))).toMatch(/^bad_request/);
  });

  it('is kept once also when two copies arrive together', async () => {
    for (const [, route, asked] of oneOfEach()) {
      const both = await Promise.all([1, 2].map(() => call.desk.ask(route, asked as never)));
      expect(both.map(codeOf)).toEqual(['kept', 'kept']);
    }
  });

  it('is not taken for another when its instant is written in another way', async () => {
    const asked = sent.note();
    expect(codeOf(await call.desk.ask('keepNote', asked))).toBe('kept');
    const writtenAt = asked.body.writtenAt.replace('Z', '000Z');
    const same = { ...asked, body: { ...asked.body, writtenAt } };
    expect(codeOf(await call.desk.ask('keepNote', same))).toBe('kept');
  });

  it('holds no card number, whichever desk it comes from', async () => {
    const text = 'card 4242 4242 4242 4242';
    const { desk } = call;
    expect(codeOf(await desk.ask('keepNote', sent.note({ text })))).toBe('bad_request text');
    const referral = sent.referral(mrn, { context: text });
    expect(codeOf(await desk.ask('keepReferral', referral))).toBe('bad_request context');
  });
});

describe('who may leave something', () => {
  it('is a person in their own name, about a guarantor of their regions', async () => {
    const { desk } = call;
    const other = sent.note({ userId: 'c.okafor' });
    expect(codeOf(await desk.ask('keepNote', other))).toBe('not_allowed userId');
    const unknown = sent.note({ guarantorId: '999999999' });
    expect(codeOf(await desk.ask('keepNote', unknown))).toBe('not_found guarantorId');
  });

  it('is a workstation for whoever signed in on it, and for nobody who never did', async () => {
    const { workstationToken } = (await backend.signIn('s.lindqvist')).session;
    for (const [, route, asked] of oneOfEach()) {
      const answer = await askRoute(backend.url, route, asked as never, workstationToken);
      expect(codeOf(answer)).toBe('not_allowed userId');
    }
    const asSupervisor = sent.note({ userId: 's.lindqvist' });
    const answer = await askRoute(backend.url, 'keepNote', asSupervisor, workstationToken);
    expect(codeOf(answer)).toBe('not_allowed userId');
  });

  it('is whoever verified the caller on that call; after a guest payer a note and nothing else', async () => {
    const elsewhere = sent.note({ callId: randomUUID() });
    expect(codeOf(await call.desk.ask('keepNote', elsewhere))).toBe('not_verified callId');
    const guest = await verifiedCall(call.desk, personas.marisol, 'guest_payer');
    const byGuest = sentOf(guest, backend);
    expect(codeOf(await guest.desk.ask('keepNote', byGuest.note()))).toBe('kept');
    const promise = await guest.desk.ask('keepPromise', byGuest.promise());
    expect(codeOf(promise)).toBe('not_verified callId');
  });

  it('may send it days later, when the verification has long run out', async () => {
    const asked = sent.promise({ promisedOn: sent.inDays(1) });
    backend.later(5 * 86_400_000);
    const { workstationToken } = call.desk.session;
    const answer = await askRoute(backend.url, 'keepPromise', asked, workstationToken);
    expect(codeOf(answer)).toBe('kept');
    backend.later(-5 * 86_400_000);
  });
});

describe('what cannot be', () => {
  it('is a promise for today, for a day after the policy, or of more than is owed', async () => {
    const { desk } = call;
    const on = (days: number) => sent.promise({ promisedOn: sent.inDays(days) });
    expect(codeOf(await desk.ask('keepPromise', on(0)))).toBe('bad_request promisedOn');
    expect(codeOf(await desk.ask('keepPromise', on(1)))).toBe('kept');
    expect(codeOf(await desk.ask('keepPromise', on(30)))).toBe('kept');
    expect(codeOf(await desk.ask('keepPromise', on(31)))).toBe('bad_request promisedOn');
    const all = sent.promise({ amountCents: 128_460 });
    expect(codeOf(await desk.ask('keepPromise', all))).toBe('kept');
    const more = sent.promise({ amountCents: 128_461 });
    expect(codeOf(await desk.ask('keepPromise', more))).toBe('amount_over_balance amountCents');
  });

  it('is a referral of a patient whom this guarantor does not pay for', async () => {
    const asked = sent.referral(personas.earl.mrn);
    expect(codeOf(await call.desk.ask('keepReferral', asked))).toBe('not_found mrn');
  });

  it('is a wire with the reference of another account, a used one, or on a day without banks', async () => {
    const { desk } = call;
    const others = sent.wire('8011111111');
    expect(codeOf(await desk.ask('keepExpectedWire', others))).toBe('bad_request reference');
    const first = sent.wire(billPayNumber);
    expect(codeOf(await desk.ask('keepExpectedWire', first))).toBe('kept');
    const again = sent.wire(billPayNumber, { reference: first.body.reference });
    expect(codeOf(await desk.ask('keepExpectedWire', again))).toBe('key_reused');
    const sunday = sent.wire(billPayNumber, { expectedOn: '2026-11-22' });
    expect(codeOf(await desk.ask('keepExpectedWire', sunday))).toBe('bad_request expectedOn');
  });
});

it('nothing of it moves money: the ledger has not one line more', async () => {
  const lines = 'SELECT count(*) FROM ledger_line';
  const before = await backend.pool.query(lines);
  for (const [, route, asked] of oneOfEach()) {
    expect(codeOf(await call.desk.ask(route, asked as never))).toBe('kept');
  }
  expect((await backend.pool.query(lines)).rows).toEqual(before.rows);
});
