import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import { takenCase } from '#tests/backend/hardship/counselor.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { changeDesk, openCentsOf, problemOf } from './change-desk.ts';
import { inMonths, planDesk } from './plan-desk.ts';

const SURE = 31_240;
const PENDING = 97_220;
const published = inMonths(6, '2026-12-28');
const longer = { ...published, kind: 'hardship', pace: { by: 'months', months: 24 } } as PlanWish;

let backend: TestBackend;
let call: VerifiedCall;
let desk: ReturnType<typeof planDesk>;
let changes: ReturnType<typeof changeDesk>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
});
afterAll(async () => {
  await expectBooksToAgree(backend.pool);
  await backend.stop();
});
beforeEach(async () => {
  await backend.pool.query(
    `UPDATE payment_plan SET closed_on = current_date, state = 'cancelled' WHERE closed_on IS NULL`,
  );
  await insurance('paid', 'pending', PENDING);
  backend.later(1_000);
  call = await verifiedCall(await backend.signIn(), personas.marisol);
  desk = planDesk(call, backend.now);
  changes = changeDesk(call, backend.now);
});

/** Lets the insurance answer for Marisol's charge of an amount, or take the answer back; it pays nothing of it. */
const insurance = (from: string, to: string, openCents: number) =>
  backend.pool.query(
    `UPDATE charge SET insurance = $2 WHERE guarantor_id = $4 AND insurance = $1 AND open_cents = $3`,
    [from, to, openCents, personas.marisol.guarantorId],
  );
const answered = () => insurance('pending', 'paid', PENDING);
const standing = async () => {
  const [plan] = (await desk.plans()).plans;
  if (!plan) throw new Error('No plan stands.');
  return plan;
};
const taking = (months: number) =>
  ({
    kind: 'recast',
    planKind: 'standard',
    pace: { by: 'months', months },
    adds: true,
  }) as const;

test('what the insurance has not answered is in no plan and is named apart, on a call, in a case and in every comparison alike', async () => {
  const offered = await desk.offer(published);
  const figures = { amountFinancedCents: SURE, pendingInsuranceCents: PENDING };
  expect(offered).toMatchObject({ ok: true, value: { disclosure: figures } });
  const { compared } = await call.desk.value('comparePlans', {
    body: { verificationId: call.verificationId, wishes: [published] },
  });
  expect(compared).toMatchObject([{ disclosure: figures }]);
  const caseId = await takenCase(backend);
  const okafor = await backend.signIn('c.okafor');
  const params = { caseId };
  const ground = await okafor.value('planGround', { params });
  expect(ground).toMatchObject({ openCents: SURE, pendingCents: PENDING });
  const inCase = await okafor.value('compareCasePlans', {
    params,
    body: { wishes: [published, longer], means: null },
  });
  expect(inCase.compared).toMatchObject([{ disclosure: figures }, { disclosure: figures }]);
});

test('an answer of the insurance between the offer and the yes has the plan reckoned again', async () => {
  const offered = await desk.offer(published);
  if (!offered.ok) throw new Error(offered.problem.code);
  await desk.copy(offered.value.offerId);
  await answered();
  expect(problemOf(await desk.agree(desk.accepted(offered.value)))).toBe('plan_balance_changed');
  expect((await desk.plans()).plans.filter(each => each.state === 'active')).toEqual([]);
});

test('with everything waiting for the insurance there is no plan, and that is why', async () => {
  const sure = (await call.balance()).charges.filter(
    each => each.openCents > 0 && each.insurance === 'paid',
  );
  for (const { openCents } of sure) await insurance('paid', 'pending', openCents);
  expect(problemOf(await desk.offer(published))).toBe('plan_waits_for_insurance');
  const { compared } = await call.desk.value('comparePlans', {
    body: { verificationId: call.verificationId, wishes: [published] },
  });
  expect(compared).toMatchObject([{ problem: 'plan_waits_for_insurance', disclosure: null }]);
  const { rows } = await backend.pool.query(
    'SELECT FROM plan_offer WHERE guarantor_id = $1 AND offered_at >= $2',
    [personas.marisol.guarantorId, new Date(backend.now())],
  );
  expect(rows).toEqual([]);
  for (const { openCents } of sure) await insurance('pending', 'paid', openCents);
});

test('care that was answered since is taken in by a change, once, and the old plan goes on without it until then', async () => {
  const plan = await desk.agreed(published);
  expect(plan.beside).toEqual({ openCents: 0, pendingCents: PENDING });
  expect(problemOf(await changes.offer(plan.planId, taking(12)))).toBe('plan_nothing_to_add');
  await answered();
  const now = await standing();
  expect(now.beside).toEqual({ openCents: PENDING, pendingCents: 0 });
  expect(now.standing).toEqual(plan.standing);
  const { adds: _, ...without } = taking(12);
  const alone = await changes.offered(plan.planId, without);
  expect(alone.terms).toMatchObject({ disclosure: { amountFinancedCents: SURE } });
  expect(alone.terms.addedCents).toBeUndefined();
  const made = await changes.changed(plan.planId, taking(12));
  expect(made.disclosure.amountFinancedCents).toBe(SURE + PENDING);
  expect(openCentsOf(made)).toBe(SURE + PENDING);
  expect(made.standing.payoffCents).toBe(SURE + PENDING);
  expect(made.beside).toEqual({ openCents: 0, pendingCents: 0 });
  expect(problemOf(await changes.offer(made.planId, taking(12)))).toBe('plan_nothing_to_add');
  await changes.payOf(made, SURE + PENDING);
  expect((await standing()).state).toBe('paid_off');
});
