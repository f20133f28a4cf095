import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import { onOrAfterBankDay } from '#shared/authorisations/schedule.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { changeDesk, openCentsOf, problemOf } from './change-desk.ts';
import { inMonths, planDesk } from './plan-desk.ts';

let backend: TestBackend;
let call: VerifiedCall;
let desk: ReturnType<typeof changeDesk>;
let plan: AgreedPlan;

async function callAgain(): Promise<void> {
  call = await verifiedCall(await backend.signIn(), personas.marisol);
  desk = changeDesk(call, backend.now);
}

beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
}, 60_000);
afterAll(() => backend.stop());
beforeEach(async () => {
  await backend.pool.query(
    'UPDATE payment_plan SET closed_on = current_date, state = $1 WHERE closed_on IS NULL',
    ['cancelled'],
  );
  backend.later(86_400_000);
  await callAgain();
  const today = dateIn('America/Los_Angeles', instantOf(backend.now()));
  plan = await planDesk(call, backend.now).agreed(inMonths(6, onOrAfterBankDay(addDays(today, 5))));
  backend.later(17 * 86_400_000);
  await callAgain();
}, 60_000);

const differences = async () => (await ledgerReport(backend.pool)).differences;
const eventsOf = async (planId: string) =>
  (await backend.pool.query('SELECT * FROM plan_event WHERE plan_id = $1 ORDER BY at', [planId]))
    .rows;
const standing = async () => (await planDesk(call, backend.now).plans()).plans[0] as AgreedPlan;

test('a payoff that is taken back opens the plan again, with what was owed', async () => {
  const asked = await desk.changed(plan.planId, { kind: 'pay_off' });
  const { key } = await desk.payOf(asked, asked.standing.payoffCents);
  expect((await standing()).state).toBe('paid_off');
  const voided = await call.desk.ask('voidPayment', {
    params: { key },
    body: { reason: 'the wrong card' },
  });
  expect(voided.ok).toBe(true);
  const again = await standing();
  expect(again).toMatchObject({
    state: 'active',
    standing: { payoffCents: asked.standing.payoffCents },
  });
  expect(again.happenings.map(each => each.kind)).toEqual([
    'agreed',
    'payoff_asked',
    'paid_off',
    'reopened',
  ]);
  expect(openCentsOf(again)).toBe(again.standing.payoffCents);
  expect(await differences()).toEqual([]);
});

test('a cancelled plan leaves what is owed due, with the interest earned until then', async () => {
  const ended = await desk.changed(plan.planId, { kind: 'cancel' });
  expect(ended.state).toBe('cancelled');
  expect(openCentsOf(ended)).toBe(ended.standing.payoffCents);
  expect(ended.standing.payoffCents).toBeGreaterThan(plan.disclosure.amountFinancedCents);
  expect((await call.balance()).plan).toBeNull();
  expect(problemOf(await desk.offer(plan.planId, { kind: 'cancel' }))).toBe('plan_ended');
  expect((await eventsOf(plan.planId)).at(-1)).toMatchObject({
    kind: 'cancelled',
    call_id: call.callId,
    agreement: { recordingReference: 'R-20261201-0002' },
  });
  expect(await differences()).toEqual([]);
});

test('another term is credit anew: disclosed, in writing, agreed to, with the interest carried along', async () => {
  const wish = {
    kind: 'recast',
    planKind: 'standard',
    pace: { by: 'months', months: 12 },
  } as const;
  const answer = await desk.offer(plan.planId, wish);
  if (!answer.ok) throw new Error(answer.problem.code);
  const offered = answer.value;
  expect(problemOf(await desk.agree(offered))).toBe('plan_copy_missing');
  await desk.copy(offered.changeId);
  const { before, after, disclosure } = offered.terms;
  expect(disclosure?.amountFinancedCents).toBe(before.payoffCents);
  expect(after).toMatchObject({ payments: 12, payoffCents: before.payoffCents });
  const made = await desk.agree(offered);
  expect(made).toMatchObject({ ok: true, value: { planId: offered.changeId, state: 'active' } });
  if (!made.ok) return;
  expect(made.value.disclosure).toEqual(disclosure);
  expect(openCentsOf(made.value)).toBe(before.payoffCents);
  expect(made.value.standing.coming.map(each => each.amountCents)).toEqual(
    disclosure?.payments.map(each => each.amountCents),
  );
  const { plans } = await planDesk(call, backend.now).plans();
  expect(plans.find(each => each.planId === plan.planId)?.state).toBe('recast');
  expect(await desk.agree(offered, { ...desk.agreementOf(offered), language: 'es' })).toMatchObject(
    {
      ok: false,
      problem: { code: 'key_reused' },
    },
  );
  expect(await differences()).toEqual([]);
});

test('a plan that changed since it was explained is not changed', async () => {
  const offered = await desk.offered(plan.planId, { kind: 'pause', months: 1, reason: 'illness' });
  await desk.payOf(plan, 100);
  expect(problemOf(await desk.agree(offered))).toBe('plan_changed_meanwhile');
  backend.later(86_400_000);
  await callAgain();
  const again = await desk.offered(plan.planId, { kind: 'pause', months: 1, reason: 'illness' });
  backend.later(86_400_000);
  await callAgain();
  expect(problemOf(await desk.agree(again))).toBe('plan_changed_meanwhile');
});

test('two desks that change a plan at once change it once', async () => {
  const other = changeDesk(
    await verifiedCall(await backend.signIn(), personas.marisol),
    backend.now,
  );
  const [one, two] = [
    await desk.offered(plan.planId, { kind: 'pause', months: 2, reason: 'illness' }),
    await other.offered(plan.planId, { kind: 'cancel' }),
  ];
  const answers = await Promise.all([desk.agree(one), other.agree(two)]);
  const codes = answers.map(problemOf);
  expect(codes.filter(code => code === 'none')).toHaveLength(1);
  expect(['plan_changed_meanwhile', 'plan_ended']).toContain(codes.find(code => code !== 'none'));
});

test('a pause moves what is due within the policy, and ends early with notice', async () => {
  const pause = { kind: 'pause', months: 3, reason: 'income_lost' } as const;
  const rests = await desk.changed(plan.planId, pause);
  expect(rests.restsUntil).not.toBeNull();
  expect(rests.standing.payoffCents).toBe((await standing()).standing.payoffCents);
  expect(problemOf(await desk.offer(plan.planId, pause))).toBe('plan_rests_already');
  const [next] = rests.standing.coming;
  const resumed = await desk.changed(plan.planId, { kind: 'resume' });
  const sooner = resumed.standing.coming[0]?.dueOn ?? '';
  expect(next && sooner < next.dueOn).toBe(true);
  expect(problemOf(await desk.offer(plan.planId, { kind: 'resume' }))).toBe('plan_not_resting');
  expect(await differences()).toEqual([]);
});

test('a hardship plan, and a term nobody is offered, are not made on a call', async () => {
  const recast = (planKind: 'standard' | 'hardship', months: number) =>
    desk.offer(plan.planId, { kind: 'recast', planKind, pace: { by: 'months', months } });
  expect(problemOf(await recast('hardship', 24))).toBe('plan_change_by_counselor');
  expect(problemOf(await recast('standard', 24))).toBe('plan_term_not_offered');
});

test('paying off bills the interest earned until today, and the plan ends when the payment stands', async () => {
  const offered = await desk.offered(plan.planId, { kind: 'pay_off' });
  const { payoffCents } = offered.terms.before;
  const interest = payoffCents - plan.disclosure.amountFinancedCents;
  expect(interest).toBeGreaterThan(0);
  const asked = await desk.agree(offered);
  if (!asked.ok) throw new Error(asked.problem.code);
  expect(openCentsOf(asked.value)).toBe(payoffCents);
  expect(asked.value.standing.payoffCents).toBe(payoffCents);
  await desk.payOf(asked.value, payoffCents);
  const paid = await standing();
  expect(paid).toMatchObject({ state: 'paid_off', standing: { payoffCents: 0 }, openCharges: [] });
  expect(problemOf(await desk.offer(plan.planId, { kind: 'pay_off' }))).toBe('plan_paid_already');
  expect(await differences()).toEqual([]);
});
