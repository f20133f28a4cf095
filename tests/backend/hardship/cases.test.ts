import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { type SignedIn, signIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { sentOf } from '../kept/sent.ts';

let backend: TestBackend;
let okafor: SignedIn;
let delgado: SignedIn;

/** Marisol was referred on a Friday, on the last business day before Thanksgiving week. */
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-20T15:00-08:00' });
  const call = await verifiedCall(await backend.signIn());
  await call.desk.value('keepReferral', sentOf(call, backend).referral(personas.marisol.mrn));
  okafor = await backend.signIn('c.okafor');
  const other = await backend.startAnother();
  delgado = await signIn(other.url, 'm.delgado');
});
afterAll(() => backend.stop());

const listed = async (desk = okafor) => (await desk.value('hardshipCases', {})).cases;
async function ofMarisol(desk = okafor) {
  const found = (await listed(desk)).find(
    each => each.guarantorId === personas.marisol.guarantorId,
  );
  if (!found) throw new Error('Nobody has a case.');
  return found;
}

it('a referral opens a case of the guarantor, due in two business days', async () => {
  expect(await ofMarisol()).toMatchObject({
    region: 'NCAL',
    priority: 'normal',
    dueOn: '2026-11-24',
    isOverdue: false,
    owner: null,
    items: [{ kind: 'referral', dueOn: '2026-11-24', about: expect.any(String) }],
  });
});

it('a second referral joins the case that is open', async () => {
  const call = await verifiedCall(await backend.signIn());
  const again = sentOf(call, backend).referral(personas.marisol.mrn, { programme: 'pharmacy' });
  await Promise.all([1, 2].map(() => call.desk.value('keepReferral', again)));
  const { caseId, items } = await ofMarisol();
  expect(items.map(each => each.kind)).toEqual(['referral', 'referral']);
  const found = await okafor.value('hardshipCase', { params: { caseId } });
  expect(found.referrals.map(each => [each.programme, each.by])).toEqual([
    ['pharmacy', 'Rosa Ames'],
    ['mfa', 'Rosa Ames'],
  ]);
  expect(found).toMatchObject({
    state: 'CA',
    medicalCents: expect.any(Number),
    patients: expect.arrayContaining([{ mrn: personas.marisol.mrn, fullName: expect.any(String) }]),
  });
  expect(found.events.map(each => each.kind)).toEqual(['to_do', 'to_do', 'opened']);
});

it('whose names a counselor saw is kept, once an hour', async () => {
  await listed();
  const { rows } = await backend.pool.query(
    "SELECT action, count(*)::int AS n FROM access_event WHERE user_id = 'c.okafor' GROUP BY action ORDER BY action",
  );
  expect(rows).toEqual([
    { action: 'case_listed', n: 1 },
    { action: 'case_read', n: 1 },
  ]);
});

describe('of two counselors at two servers', () => {
  it('one gets the case, the other is told who has it', async () => {
    const params = { caseId: (await ofMarisol()).caseId };
    const desks = [okafor, delgado];
    const both = await Promise.all(desks.map(desk => desk.ask('takeHardshipCase', { params })));
    expect(both.filter(each => each.ok)).toHaveLength(1);
    const winner = desks[both.findIndex(each => each.ok)] as SignedIn;
    const loser = desks.find(desk => desk !== winner) as SignedIn;
    const heldBy = winner.session.user.name;
    for (const route of ['takeHardshipCase', 'putBackHardshipCase'] as const) {
      expect(await loser.ask(route, { params })).toMatchObject({
        ok: false,
        problem: { code: 'case_taken', heldBy },
      });
    }
    expect((await ofMarisol(loser)).owner).toMatchObject({ name: heldBy, isYou: false });
    expect((await winner.value('takeHardshipCase', { params })).owner?.isYou).toBe(true);
    expect((await winner.value('putBackHardshipCase', { params })).owner).toBeNull();
    expect((await loser.value('takeHardshipCase', { params })).owner?.isYou).toBe(true);
    const { events } = await loser.value('putBackHardshipCase', { params });
    expect(events.slice(0, 4).map(each => [each.kind, each.by])).toEqual([
      ['put_back', loser.session.user.name],
      ['taken', loser.session.user.name],
      ['put_back', heldBy],
      ['taken', heldBy],
    ]);
  });
});

describe('a case opened by hand', () => {
  const body = { mrn: personas.otis.mrn, reason: 'Asked at the counter.' };

  it('belongs to whoever opened it, and is the same when opened again', async () => {
    const opened = await okafor.value('openHardshipCase', { body });
    expect(opened).toMatchObject({
      guarantorId: personas.otis.guarantorId,
      owner: { isYou: true },
      items: [],
      dueOn: null,
    });
    expect((await delgado.value('openHardshipCase', { body })).caseId).toBe(opened.caseId);
    expect((await delgado.value('openHardshipCase', { body })).owner?.isYou).toBe(false);
  });

  it('needs a patient of the counselor’s regions, and a reason without a card number', async () => {
    const ask = (changes: object) =>
      okafor.ask('openHardshipCase', { body: { ...body, ...changes } });
    expect(await ask({ mrn: '00000000' })).toMatchObject({
      problem: { code: 'patient_not_found' },
    });
    expect(await ask({ reason: 'x' })).toMatchObject({ problem: { code: 'bad_request' } });
    expect(await ask({ reason: 'pays by 4242 4242 4242 4242' })).toMatchObject({
      problem: { code: 'card_in_reason' },
    });
    await backend.pool.query(
      "UPDATE user_account SET regions = '{HI}' WHERE user_id = 'm.delgado'",
    );
    expect(await delgado.ask('openHardshipCase', { body })).toMatchObject({
      problem: { code: 'patient_not_found' },
    });
    const { caseId } = await ofMarisol();
    expect(await delgado.ask('hardshipCase', { params: { caseId } })).toMatchObject({
      problem: { code: 'case_not_found' },
    });
    expect(await listed(delgado)).toEqual([]);
  });
});
