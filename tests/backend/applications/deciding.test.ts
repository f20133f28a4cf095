import { afterEach, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { APPLICATIONS_AT_ONCE } from '#shared/contract/application-decisions.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { applicationDesk, earning, hireCounselors, said } from './application-desk.ts';

const { consuelo } = personas;
const reason = 'The payslips prove it.';

let backend: TestBackend;
let owner: SignedIn;
let supervisor: SignedIn;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
  await hireCounselors(backend.pool);
  owner = await backend.signIn('c.okafor');
  supervisor = await backend.signIn('s.lindqvist');
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await backend.stop();
});

const waiting = async (by = supervisor) =>
  (await by.value('waitingApplications', { query: {} })).applications;
const decided = async (which: 'all' | 'overrides') =>
  (await supervisor.value('decidedApplications', { query: { which } })).applications;

/** So many applications of as many guarantors, with the same last day. */
async function manyApplications(count: number): Promise<void> {
  const { caseId } = await applicationDesk(backend, owner, consuelo.guarantorId);
  await backend.pool.query(
    `WITH made AS (
       INSERT INTO guarantor (guarantor_id, bill_pay_number, given_name, family_name, birth_date, street, postal_code,
         city, state, phone, region, language)
       SELECT 900000000 + n, 7000000000 + n, given_name, family_name, birth_date, street, postal_code, city, state,
         phone, region, language
       FROM guarantor, generate_series(1, $1::int) AS n WHERE guarantor_id = $2 RETURNING guarantor_id)
     INSERT INTO assistance_application (application_id, guarantor_id, programme, opened_on, case_id, state, state_on,
       state_at, begun_at, begun_by, household)
     SELECT gen_random_uuid(), guarantor_id, 'mfa', '2026-12-01', $3, 'draft', '2026-12-01', now(), now(), 'c.okafor', $4
     FROM made`,
    [count, consuelo.guarantorId, caseId, JSON.stringify(earning(300_000))],
  );
  await backend.pool.query(`
    UPDATE assistance_application SET state = 'in_review', submitted_on = '2026-12-01', submitted_by = 'c.okafor',
      statement = '{}', documents_by = '2026-12-31', complete_on = '2026-12-01', decide_by = '2027-01-15'
    WHERE state = 'draft'`);
}

test('a supervisor sees what waits by its last day, and decides it with a reason, which counselors may leave out', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  const { decideBy } = await desk.inReview();
  expect(await waiting()).toMatchObject([
    { applicationId: desk.applicationId, state: 'in_review', decideBy, mayNotDecide: null },
  ]);
  const ruled = { outcome: 'awarded', percent: 100, reason: null } as const;
  expect(said(await desk.decide(supervisor, ruled))).toBe('decision_reason_missing');
  expect(said(await desk.decide(supervisor, { ...ruled, reason }))).toBe('awarded');
  expect(await waiting()).toEqual([]);
  expect(await decided('all')).toMatchObject([
    { applicationId: desk.applicationId, percent: 100, reason, by: 'Sanna Lindqvist' },
  ]);
  expect(await decided('overrides')).toEqual([]);
});

test('what is not as the rule said is listed by itself, an appeal with who denied it', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  await desk.inReview();
  const denial = { outcome: 'denied', reason: 'The payslips are of somebody else.' } as const;
  await desk.decide(supervisor, denial);
  expect(await decided('overrides')).toMatchObject([{ outcome: 'denied', proposedPercent: 100 }]);
  await desk.appeal();
  expect(await waiting()).toMatchObject([
    { state: 'appealed', deniedBy: 'Sanna Lindqvist', mayNotDecide: 'own_denial' },
  ]);
  expect(said(await desk.decide(supervisor, { ...denial, outcome: 'denied' }))).toBe('own_denial');
  const third = await backend.signIn('c.tran');
  const ruled = { outcome: 'awarded', percent: 100, reason: null } as const;
  expect(said(await desk.decide(third, ruled))).toBe('decision_reason_missing');
  expect(said(await desk.decide(third, { ...ruled, reason }))).toBe('awarded');
  expect(await decided('overrides')).toHaveLength(1);
  expect(await decided('all')).toMatchObject([{ isAppeal: true }, { isAppeal: false }]);
});

test('whoever decides too late hears that a colleague did, and of a withdrawal that it moved on', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  await desk.inReview();
  const colleague = await backend.signIn('c.reyes');
  await desk.decide(colleague, { outcome: 'denied', reason: 'Nothing was proved.' });
  expect(await desk.decide(supervisor, { outcome: 'awarded', percent: 100, reason })).toMatchObject(
    {
      problem: { code: 'application_decided', heldBy: 'Carmen Reyes' },
    },
  );
  await desk.appeal();
  await desk.withdraw();
  const answer = await desk.decide(supervisor, { outcome: 'awarded', percent: 100, reason });
  expect(said(answer)).toBe('application_moved');
});

test('a long list comes page by page, each application once, also those with the same last day', async () => {
  const count = APPLICATIONS_AT_ONCE + 3;
  await manyApplications(count);
  const first = await supervisor.value('waitingApplications', { query: {} });
  expect(first.applications).toHaveLength(APPLICATIONS_AT_ONCE);
  const rest = await supervisor.value('waitingApplications', { query: { ...first.next } });
  expect(rest).toMatchObject({ next: null });
  const ids = [...first.applications, ...rest.applications].map(each => each.applicationId);
  expect(new Set(ids).size).toBe(count);
});

test('only supervisors see these lists, of their regions, and each look at a name is kept', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  await desk.inReview();
  const asked = await owner.ask('waitingApplications', { query: {} });
  expect(asked).toMatchObject({ problem: { code: 'not_allowed' } });
  await waiting();
  const { rows } = await backend.pool.query(
    `SELECT action FROM access_event WHERE user_id = 's.lindqvist' AND guarantor_id = $1`,
    [consuelo.guarantorId],
  );
  expect(rows).toEqual([{ action: 'exception_listed' }]);
});
