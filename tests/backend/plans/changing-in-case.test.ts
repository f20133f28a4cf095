import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ledgerReport } from '#backend/ledger/report.ts';
import { billPlans, watchPlans } from '#backend/runs/plans/steps.ts';
import { personas } from '#backend/seed/personas.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import {
  applicationDesk,
  earning,
  hireCounselors,
} from '#tests/backend/applications/application-desk.ts';
import {
  counselor as counselorIn,
  takenCase,
  threePeople,
} from '#tests/backend/hardship/counselor.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { openRunner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { changeDesk, openCentsOf, problemOf } from './change-desk.ts';
import { inMonths, planDesk } from './plan-desk.ts';

const { marisol } = personas;
let backend: TestBackend;
let call: VerifiedCall;
let counselor: SignedIn;
let plan: AgreedPlan;

beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
  await backend.pool.query(
    'UPDATE payment_plan SET closed_on = current_date, state = $1 WHERE closed_on IS NULL',
    ['cancelled'],
  );
  call = await verifiedCall(await backend.signIn(), marisol);
  plan = await planDesk(call, backend.now).agreed(inMonths(12, '2026-12-15'));
  backend.moveTo('2026-12-03T18:00Z');
  call = await verifiedCall(await backend.signIn(), marisol);
  counselor = await backend.signIn('c.okafor');
}, 60_000);
afterEach(async () => {
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await backend.stop();
});

const hardship = {
  kind: 'recast',
  planKind: 'hardship',
  pace: { by: 'months', months: 36 },
} as const;
const standing = async () => (await planDesk(call, backend.now).plans()).plans[0] as AgreedPlan;

test('a counselor makes a hardship plan of a plan in their case: longer, and free of interest where the law says so', async () => {
  const caseId = await takenCase(backend);
  const desk = changeDesk(call, backend.now, { caseId }, counselor);
  const made = await desk.changed(plan.planId, hardship);
  expect(made).toMatchObject({ state: 'active', wish: { kind: 'hardship' } });
  expect(made.disclosure).toMatchObject({ rateBps: 0, financeChargeCents: 0 });
  expect(made.disclosure.interestForbiddenBy).toContain('California');
  expect(made.disclosure.payments).toHaveLength(36);
  expect(openCentsOf(made)).toBe(made.disclosure.amountFinancedCents);
  const { rows } = await backend.pool.query(
    `SELECT kind, about, user_id FROM hardship_event WHERE case_id = $1`,
    [caseId],
  );
  expect(rows).toContainEqual({
    kind: 'plan_changed',
    about: plan.planId,
    user_id: 'c.okafor',
  });
});

test('other terms bear no interest once a screening says that they qualify, on a call too, and do where it says no', async () => {
  const screener = counselorIn(counselor, await takenCase(backend), backend);
  const earning = (amountCents: number) => ({
    ...{ ...threePeople, medicalExpensesCents: 0 },
    incomes: [{ source: 'wages' as const, amountCents, period: 'yearly' as const }],
  });
  const wish = {
    kind: 'recast',
    planKind: 'standard',
    pace: { by: 'months', months: 12 },
  } as const;
  const onCall = async () =>
    (await changeDesk(call, backend.now).offered(plan.planId, wish)).terms.disclosure;
  expect(await onCall()).toMatchObject({ rateBps: 1_000, interestForbiddenBy: null });
  expect(await screener.save(earning(3_000_000))).toMatchObject({ ok: true });
  expect(await onCall()).toMatchObject({
    rateBps: 0,
    interestForbiddenBy: expect.stringContaining('California'),
  });
  backend.later(1_000);
  expect(await screener.save(earning(24_000_000))).toMatchObject({ ok: true });
  const desk = changeDesk(call, backend.now, { caseId: await takenCase(backend) }, counselor);
  const { disclosure } = (await desk.offered(plan.planId, hardship)).terms;
  expect(disclosure).toMatchObject({ rateBps: 1_000, interestForbiddenBy: null });
});

test('a plan is changed in a case by the counselor who has it, and by nobody else', async () => {
  const caseId = await takenCase(backend);
  const onCalls = changeDesk(call, backend.now, { caseId }, call.desk);
  expect(problemOf(await onCalls.offer(plan.planId, hardship))).toBe('not_allowed');
  await backend.pool.query(
    'UPDATE hardship_case SET owner = NULL, owned_at = NULL WHERE case_id = $1',
    [caseId],
  );
  const untaken = changeDesk(call, backend.now, { caseId }, counselor);
  expect(problemOf(await untaken.offer(plan.planId, hardship))).toBe('case_not_taken');
  const elsewhere = changeDesk(call, backend.now, { caseId: randomUUID() }, counselor);
  expect(problemOf(await elsewhere.offer(plan.planId, hardship))).toBe('case_not_found');
});

test('an award shortens the plan it falls on, to the cent, and the next instalment stays', async () => {
  const before = await standing();
  await hireCounselors(backend.pool);
  const household = earning(500_000);
  const desk = await applicationDesk(backend, counselor, marisol.guarantorId, household);
  await desk.inReview();
  const decided = await desk.decide(await backend.signIn('c.reyes'), {
    outcome: 'awarded',
    percent: 75,
    reason: null,
  });
  expect(problemOf(decided)).toBe('none');
  const after = await standing();
  expect(after.standing.payoffCents).toBeLessThan(before.standing.payoffCents);
  const unbilled = after.standing.payoffCents - openCentsOf(after);
  expect(unbilled).toBe(after.standing.interestCents);
  expect(after.standing.coming.length).toBeLessThan(before.standing.coming.length);
  const runner = openRunner(backend);
  backend.moveTo('2026-12-15T20:00Z');
  await runner.turn([billPlans, watchPlans]);
  await runner.close();
  call = await verifiedCall(await backend.signIn(), marisol);
  const billed = await standing();
  expect(openCentsOf(billed)).toBe(billed.standing.payoffCents);
});
