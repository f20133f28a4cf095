import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import type { PlanOffer } from '#shared/plans/offer.ts';
import type { PlanPace, PlanWish } from '#shared/plans/wish.ts';
import {
  counselor,
  nothingAskedBack,
  takenCase,
  threePeople,
} from '#tests/backend/hardship/counselor.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { inMonths, planDesk } from './plan-desk.ts';

const FIRST = '2026-12-28' as CalendarDate;
const little = { incomeCents: cents(500_000), expensesCents: cents(450_000) };
const enough = { incomeCents: cents(500_000), expensesCents: cents(320_000) };

let backend: TestBackend;
let caseId: string;
let okafor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
});
afterAll(() => backend.stop());
beforeEach(async () => {
  backend.later(1_000);
  await backend.pool.query(
    `UPDATE payment_plan SET closed_on = current_date, state = 'cancelled' WHERE closed_on IS NULL`,
  );
  caseId = await takenCase(backend);
  okafor = await backend.signIn('c.okafor');
});

const problem = (answer: { ok: boolean }) =>
  'problem' in answer ? (answer.problem as { code: string }).code : 'none';
const params = () => ({ caseId });
const hardship = (pace: PlanPace, firstDueOn = FIRST): PlanWish => ({
  kind: 'hardship',
  pace,
  firstDueOn,
});
const over = (months: number) => hardship({ by: 'months', months });
const paying = (payCents: number) =>
  hardship({ by: 'payment', payCents: cents(payCents) as never });

const ground = () => okafor.value('planGround', { params: params() });
const offer = (wish: PlanWish, means = enough, desk = okafor, offerId: string = randomUUID()) =>
  desk.ask('offerCasePlan', { params: { caseId, offerId }, body: { wish, means } });
async function offered(wish = over(24), means = enough): Promise<PlanOffer> {
  const answer = await offer(wish, means);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}
const copy = (offerId: string) =>
  okafor.ask('copyCasePlan', { params: { caseId, offerId }, body: { way: 'online' } });
function agree({ offerId, disclosureHash }: PlanOffer, more = {}, planId: string = randomUUID()) {
  const acceptance = {
    offerId,
    disclosureHash,
    language: 'en' as const,
    recordingReference: 'R-20261201-0007',
    acceptedAt: instantOf(backend.now()),
    ...more,
  };
  return okafor.ask('agreeCasePlan', { params: { caseId, planId }, body: { acceptance } });
}

describe('a plan in a case', () => {
  test('is built from what is open, what the household was screened for, and the law', async () => {
    const before = await ground();
    expect(before).toMatchObject({ state: 'CA', region: 'NCAL', today: '2026-12-01', offers: [] });
    const desk = counselor(okafor, caseId, backend);
    await desk.save(threePeople, nothingAskedBack);
    expect(await ground()).toMatchObject({
      screened: { on: '2026-12-01', incomeCents: 400_000, expensesCents: 320_000 },
      qualifies: 'yes',
      interestForbiddenBy: expect.stringContaining('127400'),
    });
  });

  test('asks for a tenth of what the essential expenses leave, as California has it', async () => {
    const { affordable, compared } = await okafor.value('compareCasePlans', {
      params: params(),
      body: { means: enough, wishes: [over(24), paying(18_000)] },
    });
    expect(affordable).toMatchObject({ amountCents: 18_000, by: 'law' });
    const [byTerm, byPayment] = compared;
    expect(byTerm?.disclosure?.payments).toHaveLength(24);
    expect(byTerm?.disclosure).toMatchObject({ financeChargeCents: 0, rateBps: 0 });
    const owed = byTerm?.disclosure?.amountFinancedCents ?? 0;
    expect(byPayment?.disclosure?.payments).toHaveLength(Math.ceil(owed / 18_000));
    expect(byPayment?.disclosure?.payments[0]?.amountCents).toBe(18_000);
    const { rows } = await backend.pool.query('SELECT FROM plan_offer WHERE case_id = $1', [
      caseId,
    ]);
    expect(rows).toEqual([]);
  });

  test('is offered, sent and agreed to once, and is in the history of the case', async () => {
    const made = await offered(over(24));
    expect(made).toMatchObject({ means: { affordable: { amountCents: 18_000 }, source: 'typed' } });
    expect(problem(await agree(made))).toBe('plan_copy_missing');
    expect((await ground()).offers).toEqual([made]);
    await copy(made.offerId);
    await copy(made.offerId);
    const planId = randomUUID();
    const accepted = { acceptedAt: instantOf(backend.now()) };
    const agreed = await agree(made, accepted, planId);
    expect(agreed).toMatchObject({ ok: true, value: { planId, wish: { kind: 'hardship' } } });
    expect(await agree(made, accepted, planId)).toEqual(agreed);
    expect(problem(await agree(made))).toBe('plan_exists');
    expect(await ground()).toMatchObject({ offers: [], plans: [{ planId, state: 'active' }] });
    const { events } = await okafor.value('hardshipCase', { params: params() });
    const kinds = events.map(each => each.kind);
    expect(kinds.filter(each => each === 'plan_copy_sent')).toHaveLength(1);
    expect(kinds.filter(each => each === 'plan_agreed')).toHaveLength(1);
  });

  test('that asks for more than they can pay needs their word for it', async () => {
    const made = await offered(over(2), little);
    await copy(made.offerId);
    expect(problem(await agree(made))).toBe('plan_above_affordable');
    expect(await agree(made, { aboveAffordable: true })).toMatchObject({
      ok: true,
      value: { acceptance: { aboveAffordable: true } },
    });
  });

  test('is made by who has the case, of its own offers, and by no representative', async () => {
    const made = await offered();
    const delgado = await backend.signIn('m.delgado');
    expect(problem(await offer(over(24), enough, delgado))).toBe('case_taken');
    const ames = await backend.signIn();
    expect(problem(await offer(over(24), enough, ames))).toBe('not_allowed');
    const call = planDesk(await verifiedCall(ames), backend.now);
    expect(problem(await call.copy(made.offerId))).toBe('plan_offer_not_found');
    expect(problem(await call.offer(over(24)))).toBe('plan_term_not_offered');
    await okafor.value('putBackHardshipCase', { params: params() });
    expect(problem(await offer(over(24)))).toBe('case_not_taken');
  });

  test.each([
    [
      'on Christmas Day',
      hardship({ by: 'months', months: 12 }, '2026-12-25' as CalendarDate),
      'plan_first_on_closed_day',
    ],
    [
      'yesterday',
      hardship({ by: 'months', months: 12 }, '2026-11-30' as CalendarDate),
      'plan_first_in_past',
    ],
    ['of a dollar a month', paying(100), 'plan_payment_too_small'],
    ['of everything at once', paying(900_000_00), 'plan_paid_at_once'],
  ])('%s is refused in one sentence', async (_what, wish, code) => {
    expect(problem(await offer(wish))).toBe(code);
    const { compared } = await okafor.value('compareCasePlans', {
      params: params(),
      body: { means: null, wishes: [wish] },
    });
    expect(compared).toMatchObject([{ problem: code, disclosure: null }]);
    const least = compared[0]?.leastCents ?? null;
    expect(least === null).toBe(code !== 'plan_payment_too_small');
  });

  test('of a balance that has changed meanwhile is reckoned again, and two at once make one', async () => {
    const offers = [await offered(), await offered(over(36))];
    for (const { offerId } of offers) await copy(offerId);
    const answers = await Promise.all(offers.map(each => agree(each)));
    expect(answers.map(problem).sort()).toEqual(['none', 'plan_exists']);
    await backend.pool.query(
      `UPDATE payment_plan SET closed_on = current_date, state = 'cancelled' WHERE closed_on IS NULL`,
    );
    const stale = await offered();
    await copy(stale.offerId);
    const call = await verifiedCall(await backend.signIn());
    expect((await call.pay(await call.order(100))).ok).toBe(true);
    expect(problem(await agree(stale))).toBe('plan_balance_changed');
  });
});

describe('no interest where the law forbids it', () => {
  const rateOnCall = async () => {
    const call = planDesk(await verifiedCall(await backend.signIn()), backend.now);
    const answer = await call.offer(inMonths(6, FIRST));
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.value.disclosure;
  };
  const screened = (incomeCents: number) => {
    const incomes = [
      { source: 'wages' as const, amountCents: cents(incomeCents), period: 'yearly' as const },
    ];
    return counselor(okafor, caseId, backend).save({ ...threePeople, incomes }, nothingAskedBack);
  };

  test('a published plan on a call has none either, once a screening says that they qualify', async () => {
    await backend.pool.query(
      'ALTER TABLE screening DISABLE TRIGGER ALL; DELETE FROM screening; ALTER TABLE screening ENABLE TRIGGER ALL',
    );
    expect((await rateOnCall()).rateBps).toBe(1_000);
    await screened(3_000_000);
    expect(await rateOnCall()).toMatchObject({
      rateBps: 0,
      financeChargeCents: 0,
      interestForbiddenBy: expect.stringContaining('127400'),
    });
  });

  test('a hardship plan bears interest only where a screening says that they do not qualify', async () => {
    backend.later(1_000);
    await screened(24_000_000);
    expect((await ground()).qualifies).toBe('no');
    expect((await offered()).disclosure.rateBps).toBe(1_000);
    expect((await rateOnCall()).rateBps).toBe(1_000);
  });
});
