import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { onOrAfterBankDay } from '#shared/authorisations/schedule.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import { inMonths, planDesk } from '#tests/backend/plans/plan-desk.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

const today = () => dateIn(regions.NCAL.timeZone, instantOf(backend.now()));
const params = (verificationId: string) => ({ params: { verificationId } });

async function caseOf(guarantorId: string): Promise<string> {
  const caseId = randomUUID();
  await backend.pool.query(
    'INSERT INTO hardship_case (case_id, guarantor_id, opened_at) VALUES ($1, $2, $3)',
    [caseId, guarantorId, instantOf(backend.now())],
  );
  return caseId;
}

it('a verified caller hears of each account with something due, and that somebody read it is kept', async () => {
  const call = await verifiedCall(await backend.signIn(), personas.marisol);
  const shown = await call.desk.value('collections', params(call.verificationId));
  expect(shown.today).toBe(today());
  const [account] = shown.accounts;
  // Due for 47 days: past due since 16 days ago, and to be referred in two weeks.
  expect(account).toMatchObject({
    accountNumber: '88-201447',
    stage: 'past_due',
    dueCents: 31_240,
  });
  const steps = account?.steps.map(({ step, state }) => [step, state]);
  expect(steps?.slice(0, 3)).toEqual([
    ['past_due', 'happened'],
    ['late_fee', 'left_out'],
    ['referral', 'comes'],
  ]);
  const { rows } = await backend.pool.query(
    `SELECT count(*)::int FROM access_event WHERE call_id = $1 AND action = 'balance_read'`,
    [call.callId],
  );
  expect(rows[0].count).toBe(1);
});

it('a guest payer and a stranger to the call hear nothing of it', async () => {
  const guest = await verifiedCall(await backend.signIn(), personas.marisol, 'guest_payer');
  const answer = await guest.desk.ask('collections', params(guest.verificationId));
  expect(answer).toMatchObject({ ok: false, problem: { code: 'not_verified' } });
});

it('a kept plan is shown as what the clock stands still for', async () => {
  const call = await verifiedCall(await backend.signIn(), personas.marisol);
  const plan = await planDesk(call, backend.now).agreed(
    inMonths(6, onOrAfterBankDay(addDays(today(), 20))),
  );
  const held = await call.desk.value('collections', params(call.verificationId));
  const medical = held.accounts.find(each => each.accountNumber === '88-201447');
  expect(medical).toMatchObject({
    stage: 'held',
    holds: [{ kind: 'plan', from: today(), until: null }],
  });
  expect(medical?.steps.find(({ step }) => step === 'referral')).toEqual({
    step: 'referral',
    on: null,
    state: 'stands_still',
  });
  expect(plan.planId).toBeTruthy();
});

it('a counselor sees it in a case of their regions, and in no other', async () => {
  const { rows } = await backend.pool.query(
    `SELECT guarantor_id AS id, region FROM guarantor WHERE guarantor_id IN
       (SELECT guarantor_id FROM charge WHERE due_on < $1 AND open_cents > 0) ORDER BY region = 'NCAL' DESC`,
    [today()],
  );
  const counselor = await backend.signIn('c.okafor');
  const theirs = await caseOf(rows[0].id);
  const shown = await counselor.value('caseCollections', { params: { caseId: theirs } });
  expect(shown.accounts.length).toBeGreaterThan(0);
  const regionsOf = await backend.pool.query(
    `SELECT regions FROM user_account WHERE user_id = 'c.okafor'`,
  );
  const other = rows.find(({ region }) => !regionsOf.rows[0].regions.includes(region));
  const caseId = other ? await caseOf(other.id) : randomUUID();
  const refused = await counselor.ask('caseCollections', { params: { caseId } });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'case_not_found' } });
});
