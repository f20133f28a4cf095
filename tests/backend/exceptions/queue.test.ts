import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ExceptionCase, ExceptionPlace } from '#shared/contract/exception-queue.ts';
import type { RouteReply } from '#shared/contract/route.ts';
import type { routes } from '#shared/contract/routes.ts';
import type { ExceptionKind } from '#shared/exceptions/exception-kind.ts';
import { Urgency, urgencyOf } from '#shared/exceptions/urgency.ts';
import { noFilters } from '#shared/search/payment-search.ts';
import { openDb, statement, take } from '#tests/backend/arrivals/statements.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import type { Ask, SignedIn } from '#tests/support/backend-client.ts';
import { payUnknown } from '#tests/support/open-outcome.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

const { marisol, consuelo, priya, darnell, hannah, earl, bertram, otis, dmitri } = personas;
const reason = 'Spoke with the patient and with the bank.';

let backend: TestBackend;
let lead: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend();
  lead = await backend.signIn('s.lindqvist');
  // Anybody's role may be changed; the second supervisor is a counselor of the sandbox otherwise.
  await backend.pool.query(
    "UPDATE user_account SET role = 'supervisor' WHERE user_id = 'c.okafor'",
  );
  other = await backend.signIn('c.okafor');
});
afterEach(() => backend.forgetFaults());
afterAll(async () => {
  await expectBooksToAgree(backend.pool);
  await backend.stop();
});

type Query = { kind?: ExceptionKind; whose?: 'mine' | 'nobodys'; standing?: 'resolved' };
const listed = async (query: Query = {}, who = lead): Promise<ExceptionCase[]> => {
  const all = { whose: 'everybodys' as const, standing: 'open' as const, ...query };
  return (await who.value('exceptionQueue', { query: all })).exceptions;
};
const ofPayment = async (kind: ExceptionKind, key: string, query: Query = {}) =>
  (await listed({ kind, ...query })).find(each => each.paymentKey === key);
const at = (caseId: string) => ({ params: { caseId } });
const resolve = (caseId: string, who = lead) =>
  who.ask('resolveException', { ...at(caseId), body: { reason } });
const codeOf = (answer: Awaited<ReturnType<typeof resolve>>) =>
  answer.ok ? 'done' : answer.problem.code;

/** The first call of a test has the representative's own desk. */
const callAbout = async (persona: (typeof personas)[keyof typeof personas]) =>
  verifiedCall(await backend.signIn(), persona);

it('a record that was locked before there was a queue is in it, and unlocking it puts an end to it', async () => {
  const { rows } = await backend.pool.query(
    "SELECT case_id FROM exception_case WHERE kind = 'record_locked' AND subject = $1",
    [dmitri.mrn],
  );
  const locked = (await listed({ kind: 'record_locked' })).find(
    each => each.caseId === rows[0]?.case_id,
  );
  expect(locked).toMatchObject({
    owner: null,
    guarantorName: expect.any(String),
    amountCents: null,
  });
  const { caseId = '' } = locked ?? {};
  const { detail, history } = await lead.value('exception', at(caseId));
  expect(detail.record).toMatchObject({ mrn: dmitri.mrn, lockedAt: expect.any(String) });
  expect(history).toMatchObject([{ kind: 'opened', byName: null }]);
  expect(codeOf(await resolve(caseId))).toBe('exception_stands');
  await lead.value('unlockPatient', { body: { mrn: dmitri.mrn, reason } });
  const after = await lead.value('exception', at(caseId));
  expect(after.exception.resolved).toMatchObject({
    why: 'unlocked',
    byName: 'Sanna Lindqvist',
    reason,
  });
  const left = await listed({ kind: 'record_locked' });
  expect(left.map(each => each.caseId)).not.toContain(caseId);
});

it('an outcome that nobody knows is in the queue until it is known, and nobody talks it away', async () => {
  const open = await payUnknown(backend, await callAbout(marisol), 2_500, true);
  const found = await ofPayment('unknown', open.key);
  expect(found).toMatchObject({ amountCents: 2_500, owner: null, resolved: null });
  const { caseId = '' } = found ?? {};
  expect((await lead.value('exception', at(caseId))).detail.outcome).toMatchObject({
    key: open.key,
  });
  expect(codeOf(await resolve(caseId))).toBe('exception_stands');
  await open.learn('approved');
  expect(await ofPayment('unknown', open.key)).toBeUndefined();
  expect(await ofPayment('unknown', open.key, { standing: 'resolved' })).toMatchObject({
    resolved: { why: 'became_approved', byName: null },
  });
});

describe('two payments that may be one', () => {
  it('of the same amount are told of once, with both and what the caller said, and end when one is voided', async () => {
    const call = await callAbout(consuelo);
    const keys = [newKey(), newKey()];
    for (const key of keys) {
      const duplicateAcknowledged = key === keys[1];
      await call.pay(await call.order(3_100, { duplicateAcknowledged }), key);
    }
    const found = (await listed({ kind: 'duplicate' })).filter(each => each.amountCents === 3_100);
    expect(found).toMatchObject([{ paymentKey: keys[1], about: 'confirmed' }]);
    const { caseId = '' } = found[0] ?? {};
    const { payments, confirmed } = (await lead.value('exception', at(caseId))).detail;
    expect(confirmed).toMatchObject({ byName: 'Rosa Ames', callId: call.callId });
    expect(payments.map(each => each.key).sort()).toEqual([...keys].sort());
    const search = { ...noFilters, exception: 'duplicate' };
    const searched = await lead.value('totalPayments', { body: { filters: search } });
    expect(searched).toMatchObject({ exact: true, count: 2, cents: 6_200 });
    const life = await lead.value('paymentLife', { params: { key: keys[0] ?? '' } });
    expect(life.exceptions).toMatchObject([{ kind: 'duplicate', resolvedAt: null }]);
    await call.desk.value('voidPayment', { params: { key: keys[1] ?? '' }, body: { reason } });
    await expect
      .poll(async () => (await lead.value('exception', at(caseId))).exception.resolved?.why)
      .toBe('one_voided');
  });

  it('that nobody was warned of, of one card for two accounts, come before those that the caller confirmed', async () => {
    const call = await callAbout(marisol);
    const charges = (await call.balance()).charges.filter(({ openCents }) => openCents >= 900);
    const [first] = charges;
    const elsewhere = charges.find(({ accountId }) => accountId !== first?.accountId);
    const keys = [newKey(), newKey()];
    for (const [index, charge] of [first, elsewhere].entries()) {
      const allocation = [{ chargeId: charge?.chargeId ?? '', amountCents: 900 }] as never;
      const paid = await call.pay(await call.order(900, { allocation }), keys[index]);
      expect(paid.ok ? 'paid' : paid.problem).toBe('paid');
    }
    const confirmed = await callAbout(hannah);
    for (const duplicateAcknowledged of [false, true]) {
      await confirmed.pay(await confirmed.order(800, { duplicateAcknowledged }));
    }
    const found = await listed({ kind: 'duplicate' });
    const abouts = found.map(({ about }) => about);
    expect(found.find(({ paymentKey }) => paymentKey === keys[1])?.about).toBe('same_amount');
    expect(abouts.lastIndexOf('same_amount')).toBeLessThan(abouts.indexOf('confirmed'));
    for (const { caseId } of found) expect(codeOf(await resolve(caseId))).toBe('done');
  });

  it('of another amount are not', async () => {
    const call = await callAbout(priya);
    for (const amount of [2_000, 2_100]) await call.pay(await call.order(amount));
    const { guarantorId } = call;
    const found = await listed({ kind: 'duplicate' });
    expect(found.filter(each => each.guarantorId === guarantorId)).toEqual([]);
  });

  it('are told of whatever they took, where one was let start while the outcome of the other was open', async () => {
    const call = await callAbout(darnell);
    const first = await payUnknown(backend, call, 2_700, true);
    await lead.value('overridePayment', { params: { key: first.key }, body: { reason } });
    await backend.forgetFaults();
    const second = newKey();
    await call.pay(await call.order(1_900), second);
    expect(await ofPayment('duplicate', second)).toBeUndefined();
    await first.learn('approved');
    expect(await ofPayment('duplicate', first.key)).toMatchObject({ about: 'overridden' });
  });
});

it('a payment that is late to post is opened once, grows older by business days, and ends when it posts', async () => {
  const call = await callAbout(hannah);
  const key = newKey();
  await call.pay(await call.order(1_500), key);
  expect(await ofPayment('unposted', key)).toBeUndefined();
  await backend.pool.query(
    "UPDATE payment SET taken_at = taken_at - interval '20 days', posting_on = posting_on - 20 WHERE key = $1",
    [key],
  );
  await Promise.all([listed(), listed({}, other), lead.value('exceptionCounts', {})]);
  const { rowCount } = await backend.pool.query(
    "SELECT FROM exception_case WHERE kind = 'unposted' AND payment_key = $1",
    [key],
  );
  expect(rowCount).toBe(1);
  const found = await ofPayment('unposted', key);
  // Twenty days have at least twelve business days, whichever holidays fall into them, and at most fifteen.
  expect(found?.businessDays).toBeGreaterThan(10);
  expect(found?.businessDays).toBeLessThan(16);
  expect(codeOf(await resolve(found?.caseId ?? ''))).toBe('done');
  expect(await ofPayment('unposted', key)).toBeUndefined();
});

describe('whose it is', () => {
  it('is settled once: of two who take one at the same time one has it, and the other hears who', async () => {
    const open = await payUnknown(backend, await callAbout(earl), 1_100, true);
    const { key } = open;
    const { caseId = '' } = (await ofPayment('unknown', key)) ?? {};
    const taken = await Promise.all([lead, other].map(who => who.ask('takeException', at(caseId))));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = taken.find(({ ok }) => !ok);
    const { owner } = (await lead.value('exception', at(caseId))).exception;
    expect(refused).toMatchObject({ problem: { code: 'exception_taken', heldBy: owner?.name } });
    const [holder, waits] = owner?.userId === 's.lindqvist' ? [lead, other] : [other, lead];
    expect(await listed({ kind: 'unknown', whose: 'mine' }, holder)).toMatchObject([{ caseId }]);
    expect((await waits.ask('putBackException', at(caseId))).ok).toBe(false);

    const { colleagues } = await waits.value('exceptionColleagues', at(caseId));
    expect(colleagues.map(({ userId }) => userId)).not.toContain(owner?.userId);
    const to = waits.session.user.userId;
    const body = { to, note: 'My colleague is on vacation.' };
    await waits.value('handOverException', { ...at(caseId), body });
    await waits.value('putBackException', at(caseId));
    const { exception, history } = await lead.value('exception', at(caseId));
    expect(exception.owner).toBeNull();
    expect(history.map(({ kind }) => kind)).toEqual(['opened', 'taken', 'handed_over', 'put_back']);
    const { rows } = await backend.pool.query(
      `SELECT content::jsonb->>'action' AS action FROM audit_record
       WHERE content::jsonb->>'subject' = $1 ORDER BY number`,
      [caseId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'exception_opened',
      'exception_taken',
      'exception_handed_over',
      'exception_put_back',
    ]);
    await open.learn('approved');
  });

  it('keeps others from resolving it, and what is resolved is nobody’s to take', async () => {
    const call = await callAbout(bertram);
    for (const _ of [1, 2])
      await call.pay(await call.order(2_200, { duplicateAcknowledged: true }));
    const [{ caseId = '' } = {}] = (await listed({ kind: 'duplicate' })).filter(
      ({ guarantorId }) => guarantorId === call.guarantorId,
    );
    await lead.value('takeException', at(caseId));
    expect(codeOf(await resolve(caseId, other))).toBe('exception_taken');
    const card = await lead.ask('resolveException', {
      ...at(caseId),
      body: { reason: 'Card 4242 4242 4242 4242 was used twice.' },
    });
    expect(card).toMatchObject({ ok: false, problem: { code: 'card_in_reason' } });
    expect(codeOf(await resolve(caseId))).toBe('done');
    expect(codeOf(await resolve(caseId))).toBe('exception_resolved');
    expect(await other.ask('takeException', at(caseId))).toMatchObject({
      problem: { code: 'exception_resolved' },
    });
    expect((await lead.value('exception', at(caseId))).exception.resolved).toMatchObject({
      why: 'by_person',
      byName: 'Sanna Lindqvist',
      reason,
    });
  });
});

it('a recording that did not resume is told of from the record of its call', async () => {
  const call = await callAbout(otis);
  const ofCall = (recordingPauses: { pausedAt: string; resumedAt: string | null }[]) => ({
    callId: randomUUID(),
    reference: 'C-4XK7',
    startedAt: '2026-11-20T18:00:00.000Z',
    endedAt: '2026-11-20T18:20:00.000Z',
    userId: call.desk.session.user.userId,
    mrn: otis.mrn,
    guarantorId: call.guarantorId,
    callerRole: 'patient',
    disposition: 'paid',
    summary: '',
    notes: '',
    followUps: [],
    attemptKeys: [],
    recordingPauses,
  });
  const pausedAt = '2026-11-20T18:05:00.000Z';
  const records = [
    ofCall([{ pausedAt, resumedAt: '2026-11-20T18:06:00.000Z' }]),
    ofCall([{ pausedAt, resumedAt: null }]),
    ofCall([{ pausedAt, resumedAt: '2026-11-20T18:15:00.001Z' }]),
  ];
  for (const body of [...records, ...records]) {
    await call.desk.value('keepCallRecord', {
      params: { callId: body.callId },
      body: body as never,
    });
  }
  const found = await listed({ kind: 'recording' });
  expect(found.map(({ about }) => about).sort()).toEqual(['never_resumed', 'paused_too_long']);
  const { detail } = await lead.value('exception', at(found[0]?.caseId ?? ''));
  expect(detail.recording).toMatchObject({ reference: 'C-4XK7', pauses: [{ pausedAt }] });
});

it('money that nobody could match, a locked account and a broken chain are in it, and end as they do', async () => {
  const db = openDb(backend);
  await take(db, backend, statement({ amount: '17.50', remittance: 'thank you' }));
  await db.destroy();
  const [arrival] = await listed({ kind: 'unmatched' });
  const { caseId = '' } = arrival ?? {};
  expect(arrival).toMatchObject({ amountCents: 1_750, about: 'wire', guarantorId: null });
  const { detail } = await lead.value('exception', at(caseId));
  await lead.value('assignArrival', {
    params: { arrivalId: detail.arrival?.arrivalId ?? '' },
    body: { number: (await callAbout(marisol)).guarantorId, ledger: 'medical', reason },
  });
  expect((await lead.value('exception', at(caseId))).exception.resolved?.why).toBe('assigned');

  const lock = (until: string | null) =>
    backend.pool.query("UPDATE user_account SET locked_until = $1 WHERE user_id = 'r.ames'", [
      until,
    ]);
  await lock(instantOf(Date.now() + 20 * 60_000));
  const [locked] = await listed({ kind: 'sign_in_locked' });
  expect((await lead.value('exception', at(locked?.caseId ?? ''))).detail.user).toMatchObject({
    userId: 'r.ames',
  });
  await lock(null);
  expect(await listed({ kind: 'sign_in_locked' })).toEqual([]);
  const endOf = async () => {
    const [over] = await listed({ kind: 'sign_in_locked', standing: 'resolved' });
    return over?.resolved;
  };
  expect(await endOf()).toMatchObject({ why: 'unlocked', byName: null });

  await backend.pool.query(
    "INSERT INTO audit_exception (kind, about, found_at) VALUES ('anchor_differs', '2026-11-20', now())",
  );
  const [broken] = await listed({ kind: 'chain_broken' });
  expect(broken).toMatchObject({ about: 'anchor_differs' });
  expect(codeOf(await resolve(broken?.caseId ?? '', other))).toBe('done');
});

it('a locked sign-in ends with its half hour, and says whether somebody tried again', async () => {
  const wrong = { userId: 'm.delgado', password: 'guessed', workstationId: randomUUID() };
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await lead.ask('signIn', { body: wrong });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'bad_credentials' } });
  }
  const ended = async () => {
    const query = { kind: 'sign_in_locked', standing: 'resolved' } as const;
    return (await listed(query)).filter(({ resolved }) => resolved?.why !== 'by_person');
  };
  const before = (await ended()).length;
  expect(await listed({ kind: 'sign_in_locked' })).toHaveLength(1);
  backend.later(31 * 60_000);
  expect((await lead.value('exceptionCounts', {})).kinds.map(({ kind }) => kind)).not.toContain(
    'sign_in_locked',
  );
  const over = await ended();
  expect(over).toHaveLength(before + 1);
  expect(over.map(({ resolved }) => resolved?.why)).toContain('lock_ended');
  for (let tries = 0; tries < 10; tries += 1) await lead.ask('signIn', { body: wrong });
  expect(await listed({ kind: 'sign_in_locked' })).toHaveLength(1);
  backend.later(31 * 60_000);
  await backend.signIn('m.delgado');
  expect((await ended())[0]?.resolved).toMatchObject({ why: 'tried_again', byName: null });
  expect(await ended()).toHaveLength(before + 2);
});

it('the queue is read page by page, and its counts are what its pages hold', async () => {
  await backend.pool.query(
    `SELECT open_exception('chain_broken', 'finding ' || each, NULL, NULL, NULL, NULL, NULL, now())
     FROM generate_series(1, 120) AS each`,
  );
  const all: ExceptionCase[] = [];
  let next: ExceptionPlace | null = null;
  do {
    const query: Ask<'exceptionQueue'>['query'] = {
      whose: 'everybodys',
      standing: 'open',
      ...next,
    };
    const page: RouteReply<(typeof routes)['exceptionQueue']> = await lead.value('exceptionQueue', {
      query,
    });
    all.push(...page.exceptions);
    next = page.next;
  } while (next);
  const counts = await lead.value('exceptionCounts', {});
  expect(new Set(all.map(({ caseId }) => caseId)).size).toBe(counts.open);
  expect(all).toHaveLength(counts.open);
  expect(counts.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(counts.open);
  expect(counts.nobodys).toBe(all.filter(({ owner }) => owner === null).length);
  const places = all.map(each => ({
    urgency: Urgency.options.indexOf(urgencyOf(each)),
    openedAt: each.openedAt,
  }));
  expect(new Set(places.map(({ urgency }) => urgency)).size).toBeGreaterThan(3);
  expect(places).toEqual(
    places.toSorted(
      (one, other) => one.urgency - other.urgency || one.openedAt.localeCompare(other.openedAt),
    ),
  );
});

it('a database from before there was a queue has in it what is open, as if it had been there all along', async () => {
  const call = await callAbout(marisol);
  const open = await payUnknown(backend, call, 1_300, false);
  await lead.value('overridePayment', { params: { key: open.key }, body: { reason } });
  const key = newKey();
  await call.pay(await call.order(1_700), key);
  await backend.pool.query(
    "UPDATE payment SET taken_at = taken_at - interval '20 days', posting_on = posting_on - 20 WHERE key = $1",
    [key],
  );
  await call.desk.value('openTrace', {
    params: { key, traceId: randomUUID() },
    body: { note: 'Not on her statement.', verificationId: call.verificationId },
  });
  await backend.stopServer();
  const client = await backend.pool.connect();
  const cases = async () => {
    const { rows } = await client.query(
      `SELECT kind, subject, about, guarantor_id, payment_key, other_payment_key, amount_cents, opened_at
       FROM exception_case WHERE resolved_at IS NULL AND kind <> 'recording' AND subject NOT LIKE 'finding %'
       ORDER BY kind, subject`,
    );
    return rows;
  };
  const before = await cases();
  const { rows: over } = await client.query(
    "SELECT subject FROM exception_case WHERE resolved_why = 'by_person'",
  );
  const wasResolved = new Set(over.map(({ subject }) => subject));
  const kinds = ['duplicate', 'record_locked', 'unknown', 'unposted'];
  expect([...new Set(before.map(({ kind }) => kind))]).toEqual(kinds);
  const migration = readFileSync(
    path.resolve(import.meta.dirname, '../../../backend/migrations/0043-exceptions.sql'),
    'utf8',
  );
  const functions = [...migration.matchAll(/^CREATE FUNCTION (\w+)/gm)].map(([, name]) => name);
  await client.query('BEGIN');
  await client.query('DROP TABLE exception_event, exception_case CASCADE');
  await client.query(`DROP FUNCTION ${functions.join(', ')} CASCADE`);
  await client.query(migration);
  // What a person put an end to before cannot be told from what nobody has looked at.
  const after = (await cases()).filter(({ subject }) => !wasResolved.has(subject));
  await client.query('ROLLBACK');
  client.release();
  expect(after).toEqual(before);
});
