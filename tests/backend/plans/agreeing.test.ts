import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { PlanOffer } from '#shared/plans/offer.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { inMonths, planDesk } from './plan-desk.ts';

let backend: TestBackend;
let call: VerifiedCall;
let desk: ReturnType<typeof planDesk>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
});
afterAll(() => backend.stop());
beforeEach(async () => {
  await backend.pool.query(
    'UPDATE payment_plan SET closed_on = current_date, state = $1 WHERE closed_on IS NULL',
    ['cancelled'],
  );
  backend.later(1_000);
  call = await verifiedCall(await backend.signIn(), personas.marisol);
  desk = planDesk(call, backend.now);
});

const problem = (answer: { ok: boolean }) =>
  'problem' in answer ? (answer.problem as { code: string }).code : 'none';

async function offered(): Promise<PlanOffer> {
  const answer = await desk.offer(inMonths(6, '2026-12-28'));
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

test('a plan is offered over what is open of care and answered by the insurance, with what the regulation has disclosed', async () => {
  const { disclosure } = await offered();
  const { accounts, charges } = await call.balance();
  const isMedical = ({ accountId }: { accountId: string }) =>
    accounts.find(each => each.accountId === accountId)?.ledger === 'medical';
  const open = charges.filter(isMedical);
  const cents = (all: typeof open) => all.reduce((sum, each) => sum + each.openCents, 0);
  const owed = cents(open.filter(each => each.insurance !== 'pending'));
  const pending = cents(open.filter(each => each.insurance === 'pending'));
  expect(pending).toBeGreaterThan(0);
  expect(disclosure.pendingInsuranceCents).toBe(pending);
  expect(disclosure.amountFinancedCents).toBe(owed);
  expect(disclosure.payments).toHaveLength(6);
  expect(disclosure.totalOfPaymentsCents).toBe(owed + disclosure.financeChargeCents);
  expect(disclosure.aprPercent).toBeGreaterThan(9.5);
});

test('nothing is agreed before its written copy, by another hash, or under another id again', async () => {
  const offer = await offered();
  const acceptance = desk.accepted(offer);
  expect(problem(await desk.agree(acceptance))).toBe('plan_copy_missing');
  await desk.copy(offer.offerId);
  const other = { ...acceptance, disclosureHash: '0'.repeat(64) };
  expect(problem(await desk.agree(other))).toBe('plan_disclosure_differs');
  const planId = randomUUID();
  const accepted = desk.accepted(offer);
  const made = await desk.agree(accepted, planId);
  expect(made).toMatchObject({ ok: true, value: { planId, state: 'active' } });
  expect(await desk.agree(accepted, planId)).toEqual(made);
  expect(problem(await desk.agree(accepted))).toBe('plan_exists');
  expect(problem(await desk.offer(inMonths(12, '2026-12-28')))).toBe('plan_exists');
  expect((await call.balance()).plan).toMatchObject({ planId, months: 6 });
});

test('a plan of yesterday, and one of a balance that has changed, has to be reckoned again', async () => {
  const offer = await offered();
  await desk.copy(offer.offerId);
  const paid = await call.pay(await call.order(100));
  expect(paid.ok).toBe(true);
  expect(problem(await desk.agree(desk.accepted(offer)))).toBe('plan_balance_changed');
});

test.each([
  [7, '2026-12-28', 'plan_term_not_offered'],
  [6, '2026-11-30', 'plan_first_in_past'],
  [6, '2026-12-25', 'plan_first_on_closed_day'],
  [6, '2027-03-01', 'plan_first_too_late'],
])('a plan of %i months first due on %s is refused as %s', async (months, firstDueOn, code) => {
  expect(problem(await desk.offer(inMonths(months, firstDueOn)))).toBe(code);
});

test('two desks that agree at once make one plan', async () => {
  const offers = [await offered(), await offered()];
  for (const { offerId } of offers) await desk.copy(offerId);
  const answers = await Promise.all(offers.map(each => desk.agree(desk.accepted(each))));
  expect(answers.map(problem).sort()).toEqual(['none', 'plan_exists']);
});
