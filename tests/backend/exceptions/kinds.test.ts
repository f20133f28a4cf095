import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { openDb, statement, take } from '#tests/backend/arrivals/statements.ts';
import { newKey } from '#tests/support/backend-call.ts';
import { payUnknown } from '#tests/support/open-outcome.ts';
import { at, openQueueDesk, type QueueDesk, reason } from './queue-desk.ts';

const { marisol, hannah, otis } = personas;

let desk: QueueDesk;
beforeAll(async () => {
  desk = await openQueueDesk();
});
afterEach(() => desk.backend.forgetFaults());
afterAll(() => desk.close());

it('an outcome that nobody knows is in the queue until it is known, and nobody talks it away', async () => {
  const open = await payUnknown(desk.backend, await desk.callAbout(marisol), 2_500, true);
  const found = await desk.ofPayment('unknown', open.key);
  expect(found).toMatchObject({ amountCents: 2_500, owner: null, resolved: null });
  const { caseId = '' } = found ?? {};
  expect((await desk.lead.value('exception', at(caseId))).detail.outcome).toMatchObject({
    key: open.key,
  });
  expect(await desk.resolve(caseId)).toBe('exception_stands');
  await open.learn('approved');
  expect(await desk.ofPayment('unknown', open.key)).toBeUndefined();
  expect(await desk.ofPayment('unknown', open.key, { standing: 'resolved' })).toMatchObject({
    resolved: { why: 'became_approved', byName: null },
  });
});

it('a payment that is late to post is opened once, grows older by business days, and ends when it posts', async () => {
  const call = await desk.callAbout(hannah);
  const key = newKey();
  await call.pay(await call.order(1_500), key);
  expect(await desk.ofPayment('unposted', key)).toBeUndefined();
  await desk.backend.pool.query(
    "UPDATE payment SET taken_at = taken_at - interval '20 days', posting_on = posting_on - 20 WHERE key = $1",
    [key],
  );
  await Promise.all([
    desk.listed(),
    desk.listed({}, desk.other),
    desk.lead.value('exceptionCounts', {}),
  ]);
  const { rowCount } = await desk.backend.pool.query(
    "SELECT FROM exception_case WHERE kind = 'unposted' AND payment_key = $1",
    [key],
  );
  expect(rowCount).toBe(1);
  const found = await desk.ofPayment('unposted', key);
  // Twenty days have at least twelve business days, whichever holidays fall into them, and at most fifteen.
  expect(found?.businessDays).toBeGreaterThan(10);
  expect(found?.businessDays).toBeLessThan(16);
  expect(await desk.resolve(found?.caseId ?? '')).toBe('done');
  expect(await desk.ofPayment('unposted', key)).toBeUndefined();
});

it('a recording that did not resume is told of from the record of its call', async () => {
  const call = await desk.callAbout(otis);
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
  const found = await desk.listed({ kind: 'recording' });
  expect(found.map(({ about }) => about).sort()).toEqual(['never_resumed', 'paused_too_long']);
  const { detail } = await desk.lead.value('exception', at(found[0]?.caseId ?? ''));
  expect(detail.recording).toMatchObject({ reference: 'C-4XK7', pauses: [{ pausedAt }] });
});

it('money that nobody could match, a locked account and a broken chain are in it, and end as they do', async () => {
  const db = openDb(desk.backend);
  await take(db, desk.backend, statement({ amount: '17.50', remittance: 'thank you' }));
  await db.destroy();
  const [arrival] = await desk.listed({ kind: 'unmatched' });
  const { caseId = '' } = arrival ?? {};
  expect(arrival).toMatchObject({ amountCents: 1_750, about: 'wire', guarantorId: null });
  const { detail } = await desk.lead.value('exception', at(caseId));
  await desk.lead.value('assignArrival', {
    params: { arrivalId: detail.arrival?.arrivalId ?? '' },
    body: { number: (await desk.callAbout(marisol)).guarantorId, ledger: 'medical', reason },
  });
  expect((await desk.lead.value('exception', at(caseId))).exception.resolved?.why).toBe('assigned');

  const lock = (until: string | null) =>
    desk.backend.pool.query("UPDATE user_account SET locked_until = $1 WHERE user_id = 'r.ames'", [
      until,
    ]);
  await lock(instantOf(Date.now() + 20 * 60_000));
  const [locked] = await desk.listed({ kind: 'sign_in_locked' });
  expect((await desk.lead.value('exception', at(locked?.caseId ?? ''))).detail.user).toMatchObject({
    userId: 'r.ames',
  });
  await lock(null);
  expect(await desk.listed({ kind: 'sign_in_locked' })).toEqual([]);
  const endOf = async () => {
    const [over] = await desk.listed({ kind: 'sign_in_locked', standing: 'resolved' });
    return over?.resolved;
  };
  expect(await endOf()).toMatchObject({ why: 'unlocked', byName: null });

  await desk.backend.pool.query(
    "INSERT INTO audit_exception (kind, about, found_at) VALUES ('anchor_differs', '2026-11-20', now())",
  );
  const [broken] = await desk.listed({ kind: 'chain_broken' });
  expect(broken).toMatchObject({ about: 'anchor_differs' });
  expect(await desk.resolve(broken?.caseId ?? '', desk.other)).toBe('done');
});
