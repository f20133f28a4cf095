import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '#backend/database/connect.ts';
import { openApplicationSpan } from '#backend/hardship/applications/open-spans.ts';
import { personas } from '#backend/seed/personas.ts';
import { awardedCents } from '#shared/assistance/award.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { type SignedIn, signIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { applicationDesk, earning, hireCounselors, inPerson, said } from './application-desk.ts';

const { consuelo } = personas;
const ruled = { outcome: 'awarded', percent: 100, reason: null } as const;

let backend: TestBackend;
let owner: SignedIn;
let colleague: SignedIn;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
  await hireCounselors(backend.pool);
  owner = await backend.signIn('c.okafor');
  colleague = await backend.signIn('c.reyes');
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await backend.stop();
});

/** Days later every session is over. */
async function signInAgain() {
  owner = await backend.signIn('c.okafor');
  colleague = await backend.signIn('c.reyes');
}

const openOf = async (ledger: string) => {
  const { rows } = await backend.pool.query(
    `SELECT charge_id, open_cents FROM charge JOIN account USING (account_id)
     WHERE account.guarantor_id = $1 AND ledger = $2 AND open_cents > 0 ORDER BY charge_id`,
    [consuelo.guarantorId, ledger],
  );
  return rows as { charge_id: string; open_cents: number }[];
};

const openItems = async (caseId: string) => {
  const { rows } = await backend.pool.query(
    `SELECT kind, due_on::text AS on FROM hardship_item WHERE case_id = $1 AND done_at IS NULL ORDER BY kind`,
    [caseId],
  );
  return rows.map(({ kind, on }) => `${kind} ${on}`);
};

test('an application goes from draft to an award that takes its part off every open charge of care, and of no premium', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  const [medical, premium] = [await openOf('medical'), await openOf('premium')];
  expect(premium.length).toBeGreaterThan(0);
  expect(said(await desk.begin())).toBe('draft');
  expect(said(await desk.begin())).toBe('draft');
  let seen = await verifiedCall(await backend.signIn(), consuelo);
  expect((await seen.balance()).applications).toEqual([]);
  expect(said(await desk.submit())).toBe('waiting_for_documents');
  expect((await seen.balance()).applications).toMatchObject([{ openedOn: '2026-12-01' }]);
  expect(await openItems(desk.caseId)).toEqual(['documents 2026-12-31']);
  const accepted = { state: 'accepted', on: desk.today(), seen: inPerson } as const;
  expect(said(await desk.settle('identity', accepted))).toBe('waiting_for_documents');
  await desk.settle('income', { state: 'refused', why: 'The payslip cannot be read.' });
  await desk.settle('address', { state: 'waived', why: 'They live in a shelter.' });
  backend.moveTo('2026-12-03T18:00Z');
  await signInAgain();
  const complete = await desk.settle('income', { ...accepted, on: desk.today() }, owner);
  expect(complete).toMatchObject({
    value: { state: 'in_review', completeOn: '2026-12-03', decideBy: '2027-01-19' },
  });
  expect(await openItems(desk.caseId)).toEqual(['decision 2027-01-19']);
  const before = await desk.read(colleague);
  expect(before.proposal).toMatchObject({ percent: 100, reason: 'within_limit' });
  expect(before.reach.lines).toHaveLength(medical.length);
  expect(said(await desk.decide(owner, ruled))).toBe('own_application');
  const determinationId = randomUUID();
  expect(said(await desk.decide(colleague, ruled, determinationId))).toBe('awarded');
  expect(said(await desk.decide(colleague, ruled, determinationId))).toBe('awarded');
  expect(await openOf('medical')).toEqual([]);
  expect(await openOf('premium')).toEqual(premium);
  expect(await openItems(desk.caseId)).toEqual([]);
  const [decided] = (await desk.read(owner)).determinations;
  expect(decided).toMatchObject({ by: 'Carmen Reyes', percent: 100, validUntil: '2027-12-02' });
  expect(decided?.lines).toEqual(before.reach.lines);
  seen = await verifiedCall(await backend.signIn(), consuelo);
  expect((await seen.balance()).applications).toEqual([]);
});

test('a part is rounded up to the cent charge by charge, in favour of the patient', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId, earning(500_000));
  const before = await openOf('medical');
  await desk.inReview();
  expect((await desk.read()).proposal.percent).toBe(75);
  expect(said(await desk.decide(colleague, { ...ruled, percent: 75 }))).toBe('awarded');
  const left = before.map(({ charge_id, open_cents }) => ({
    charge_id,
    open_cents: open_cents - awardedCents(open_cents, 75),
  }));
  expect(await openOf('medical')).toEqual(left);
});

test('over the rule goes only who says why, to a percentage that the policy has', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId, earning(500_000));
  await desk.inReview();
  expect(said(await desk.decide(colleague, ruled))).toBe('decision_reason_missing');
  const reason = 'Wages ended in November; the payslips are of before.';
  expect(said(await desk.decide(colleague, { ...ruled, percent: 80, reason }))).toBe(
    'award_not_in_policy',
  );
  expect(said(await desk.decide(colleague, { ...ruled, reason }))).toBe('awarded');
  expect((await desk.read()).determinations).toMatchObject([
    { percent: 100, proposedPercent: 75, reason, by: 'Carmen Reyes' },
  ]);
});

test('a denial is appealed once, within its days, and decided by a third person', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId, earning(9_000_000));
  await desk.inReview();
  expect((await desk.read()).proposal).toMatchObject({ percent: null, reason: 'above_limit' });
  const denied = await desk.decide(colleague, { outcome: 'denied', reason: 'Above 400 percent.' });
  expect(denied).toMatchObject({
    value: { state: 'denied', determinations: [{ appealUntil: '2026-12-31' }] },
  });
  backend.moveTo('2027-01-01T20:00Z');
  await signInAgain();
  const late = await desk.appeal(owner);
  expect(late).toMatchObject({ problem: { code: 'appeal_too_late', lastDay: '2026-12-31' } });
  backend.moveTo('2026-12-31T20:00Z');
  expect(said(await desk.appeal(owner))).toBe('appealed');
  expect(await openItems(desk.caseId)).toEqual(['appeal 2027-02-16']);
  expect(said(await desk.decide(colleague, ruled))).toBe('own_denial');
  expect(said(await desk.decide(owner, ruled))).toBe('own_application');
  const third = await backend.signIn('c.tran');
  const again = await desk.decide(third, {
    outcome: 'denied',
    reason: 'The wages are of this year.',
  });
  expect(said(again)).toBe('denied');
  expect(said(await desk.appeal(owner))).toBe('appealed_before');
  const db = connect(backend.pool);
  expect(await openApplicationSpan(db, consuelo.guarantorId)).toMatchObject([
    { kind: 'application', from: '2026-12-01', until: '2026-12-01' },
    { kind: 'application', from: '2026-12-31', until: '2026-12-31' },
  ]);
});

test('what is withdrawn is over, and another may be begun', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  await desk.begin();
  expect(said(await desk.begin(owner, randomUUID()))).toBe('application_exists');
  await desk.submit();
  expect(said(await desk.withdraw())).toBe('withdrawn');
  expect(said(await desk.withdraw())).toBe('withdrawn');
  expect(said(await desk.withdraw(owner, 'They think again.'))).toBe('application_moved');
  expect(said(await desk.settle('income', { state: 'accepted', on: desk.today() }))).toBe(
    'application_moved',
  );
  expect(await openItems(desk.caseId)).toEqual([]);
  expect(said(await desk.begin(owner, randomUUID()))).toBe('draft');
});

test('two who decide at once on two servers: one decides, the other hears who did', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  await desk.inReview();
  const other = await backend.startAnother();
  const third = await signIn(other.url, 'c.tran');
  const answers = await Promise.all([
    desk.decide(colleague, ruled),
    desk.decide(third, { outcome: 'denied', reason: 'Nothing was proved.' }),
  ]);
  expect(answers.filter(answer => answer.ok)).toHaveLength(1);
  const [late] = answers.filter(answer => !answer.ok);
  const winner = answers[0]?.ok ? 'Carmen Reyes' : 'Claude Tran';
  expect(late).toMatchObject({ problem: { code: 'application_decided', heldBy: winner } });
  expect((await desk.read()).determinations).toHaveLength(1);
});

test('only the counselor who has the case works in it, and only somebody of the region decides', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  expect(said(await desk.begin(colleague))).toBe('case_taken');
  await desk.inReview();
  expect(said(await desk.withdraw(colleague))).toBe('case_taken');
  await backend.pool.query(`UPDATE user_account SET regions = '{WA}' WHERE user_id = 'c.tran'`);
  const far = await backend.signIn('c.tran');
  expect(said(await desk.decide(far, ruled))).toBe('application_not_found');
  const supervisor = await backend.signIn('s.lindqvist');
  expect(said(await desk.decide(supervisor, { ...ruled, reason: 'The payslips prove it.' }))).toBe(
    'awarded',
  );
});
