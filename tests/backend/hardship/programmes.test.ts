import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { sentOf } from '../kept/sent.ts';
import { counselor, refusal, takenCase, threePeople } from './counselor.ts';

let backend: TestBackend;
let caseId: string;
let desk: ReturnType<typeof counselor>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
});
afterAll(() => backend.stop());
beforeEach(async () => {
  backend.later(1_000);
  caseId = await takenCase(backend);
  desk = counselor(await backend.signIn('c.okafor'), caseId, backend);
});

async function itemsAbout(id: string) {
  const { rows } = await backend.pool.query(
    `SELECT kind, due_on AS "dueOn", note, done_at IS NOT NULL AS done FROM hardship_item
     WHERE about = $1 ORDER BY opened_at, done_at`,
    [id],
  );
  return rows;
}

test('a referral waits to be asked after, is put off once, and ends with its outcome', async () => {
  const id = randomUUID();
  expect(await desk.refer({}, id)).toMatchObject({
    value: { programme: 'pharmacy', outcome: null, followUpOn: desk.inDays(14) },
  });
  expect(await itemsAbout(id)).toEqual([
    { kind: 'programme', dueOn: desk.inDays(14), note: 'Medicines for All', done: false },
  ]);
  backend.later(1_000);
  expect(await desk.followUp(id)).toMatchObject({ value: { followUpOn: desk.inDays(7) } });
  expect((await itemsAbout(id)).filter(each => !each.done)).toMatchObject([
    { dueOn: desk.inDays(7) },
  ]);
  backend.later(1_000);
  const ended = await desk.close(id);
  expect(ended).toMatchObject({ value: { outcome: 'enrolled', followUpOn: null } });
  expect(ended.ok && ended.value.steps.map(step => step.kind)).toEqual([
    'referred',
    'followed_up',
    'closed',
  ]);
  expect((await itemsAbout(id)).every(each => each.done)).toBe(true);
  const { rows } = await backend.pool.query(
    'SELECT kind FROM hardship_event WHERE about = $1 ORDER BY at',
    [id],
  );
  expect(rows.map(row => row.kind).filter(kind => kind.startsWith('programme_'))).toEqual([
    'programme_referred',
    'programme_followed_up',
    'programme_enrolled',
  ]);
});

test('each of it sent again changes nothing; something else in its place is refused', async () => {
  const [id, stepId] = [randomUUID(), randomUUID()];
  const first = await desk.refer({}, id);
  expect(await desk.refer({}, id)).toEqual(first);
  expect(refusal(await desk.refer({ organization: 'Another' }, id))).toBe('key_reused');
  const followed = await desk.followUp(id, {}, stepId);
  expect(await desk.followUp(id, {}, stepId)).toEqual(followed);
  expect(refusal(await desk.followUp(id, { note: 'Other words.' }, stepId))).toBe('key_reused');
  const ended = await desk.close(id, { outcome: 'no_answer' });
  expect(await desk.close(id, { outcome: 'no_answer' })).toEqual(ended);
  expect(refusal(await desk.close(id))).toBe('programme_ended');
  expect(refusal(await desk.followUp(id))).toBe('programme_ended');
  expect(refusal(await desk.close(randomUUID()))).toBe('programme_not_found');
});

test('two who end it at once end it once', async () => {
  const id = randomUUID();
  await desk.refer({}, id);
  const answers = await Promise.all(
    (['enrolled', 'turned_down'] as const).map(outcome => desk.close(id, { outcome })),
  );
  expect(answers.map(refusal).sort()).toEqual(['none', 'programme_ended']);
});

test.each([
  ['referredOn', 1, 'programme_day_wrong referredOn'],
  ['referredOn', -400, 'programme_day_wrong referredOn'],
  ['followUpOn', 0, 'programme_follow_up_wrong followUpOn'],
  ['followUpOn', 400, 'programme_follow_up_wrong followUpOn'],
])('a referral whose %s is %i days from today is refused', async (field, days, expected) => {
  expect(refusal(await desk.refer({ [field]: desk.inDays(days) }))).toBe(expected);
});

test('nothing ends before it began, and no card number is kept with it', async () => {
  const id = randomUUID();
  await desk.refer({}, id);
  const early = await desk.close(id, { happenedOn: desk.inDays(-1) });
  expect(refusal(early)).toBe('programme_day_wrong happenedOn');
  expect(refusal(await desk.close(id, { note: '4242 4242 4242 4242' }))).toBe('bad_request note');
  expect(refusal(await desk.refer({ contact: '4242424242424242' }))).toBe('bad_request note');
});

test('whom the screening says is not eligible is referred only with a reason', async () => {
  await desk.save({ ...threePeople, needsPrescriptions: false });
  expect(refusal(await desk.refer())).toBe('programme_reason_missing inSpite');
  const inSpite = 'New medicine from Monday.';
  expect(await desk.refer({ inSpite })).toMatchObject({
    value: { screeningSaid: 'not_eligible', inSpite },
  });
  expect(await desk.refer({ programme: 'chc' })).toMatchObject({
    value: { screeningSaid: 'eligible', inSpite: null },
  });
});

test('the outcome ends what a call had noted about that programme, and nothing else', async () => {
  const call = await verifiedCall(await backend.signIn());
  const sent = sentOf(call, backend);
  for (const programme of ['community', 'mfa'] as const) {
    await call.desk.value('keepReferral', sent.referral(personas.marisol.mrn, { programme }));
  }
  const noted = async () =>
    (await call.balance()).noted.referrals.map(each => each.programme).sort();
  expect(await noted()).toEqual(['community', 'mfa']);
  const id = randomUUID();
  await desk.refer({ programme: 'community', organization: 'Food Bank of the Bay' }, id);
  expect(await noted()).toEqual(['community', 'mfa']);
  await desk.close(id, { outcome: 'withdrew' });
  expect(await noted()).toEqual(['mfa']);
});
