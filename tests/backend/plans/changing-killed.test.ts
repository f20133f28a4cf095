import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { onOrAfterBankDay } from '#shared/authorisations/schedule.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { PlanChangeWish } from '#shared/plans/change.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { type BackendChild, startChild } from '#tests/support/backend-child.ts';
import { signIn } from '#tests/support/backend-client.ts';
import { stoppedAt } from '#tests/support/held-back.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { changeDesk } from './change-desk.ts';
import { inMonths, planDesk } from './plan-desk.ts';

const inCalifornia = (ms: number) => dateIn('America/Los_Angeles', instantOf(ms));

let backend: TestBackend;
let plan: AgreedPlan;
let child: BackendChild;
beforeAll(async () => {
  const tomorrow = addDays(inCalifornia(Date.now()), 1);
  backend = await startTestBackend({ at: `${tomorrow}T20:00Z` });
  const call = await verifiedCall(await backend.signIn(), personas.marisol);
  const firstDueOn = onOrAfterBankDay(addDays(tomorrow, 25));
  plan = await planDesk(call, backend.now).agreed(inMonths(6, firstDueOn));
  backend.later(17 * 86_400_000);
}, 60_000);
afterEach(async () => {
  await child.kill();
  await expectBooksToAgree(backend.pool);
});
afterAll(() => backend.stop());

/** Everything that a change writes. */
async function kept() {
  const { rows } = await backend.pool.query(
    `SELECT (SELECT json_agg(json_build_array(plan_event.kind, change_id) ORDER BY at, event_id) FROM plan_event) AS events,
       (SELECT json_agg(json_build_array(plan_id, state) ORDER BY made_at) FROM payment_plan
         WHERE offer_id IS NOT NULL) AS plans,
       (SELECT json_agg(amount_cents ORDER BY billed_on, amount_cents) FROM plan_charge WHERE part = 'interest') AS billed,
       (SELECT count(*)::int FROM ledger_entry WHERE event = 'finance_charge_billed') AS entries,
       (SELECT count(*)::int FROM plan_change WHERE agreed_at IS NOT NULL) AS agreed`,
  );
  return rows[0];
}

/** Has a server killed while it does what was agreed to, with the interest billed and the event written. */
async function killedWhileAgreeing(wish: PlanChangeWish) {
  const ahead = Math.round(backend.now() - Date.now());
  await backend.pool.query('UPDATE sandbox_clock SET ahead_ms = $1', [ahead]);
  child = await startChild(backend);
  const call = await verifiedCall(await signIn(child.url), personas.marisol);
  const there = changeDesk(call, backend.now);
  const offered = await there.offered(plan.planId, wish);
  const agreement = there.agreementOf(offered);
  const before = await kept();
  const stop = {
    // Lets the change be read and locked, but not written to.
    lock: 'LOCK TABLE plan_change IN SHARE MODE',
    begin: () => ({ answer: there.agree(offered, agreement).catch(() => 'cut off') }),
    statement: 'UPDATE plan_change',
    written: ['plan_event', 'charge', 'ledger_line'],
  };
  await stoppedAt(backend, stop, async ({ answer }) => {
    await child.kill();
    expect(await answer).toBe('cut off');
  });
  expect(await kept()).toEqual(before);
  return { call, offered, agreement, before };
}

test.each<PlanChangeWish>([
  { kind: 'recast', pace: { by: 'months', months: 12 }, planKind: 'standard' },
  { kind: 'pay_off' },
])(
  'a server killed while it makes a change that was agreed to ($kind) has changed nothing, and asked again it is made once',
  async wish => {
    const { call, offered, agreement, before } = await killedWhileAgreeing(wish);
    const desk = await backend.signIn();
    const place = { verificationId: call.verificationId };
    const here = changeDesk(call, backend.now, place, desk);
    const answers = [await here.agree(offered, agreement), await here.agree(offered, agreement)];
    for (const answer of answers) expect(answer).toMatchObject({ ok: true });
    const after = await kept();
    const event = [wish.kind === 'pay_off' ? 'payoff_asked' : wish.kind, offered.changeId];
    expect(after.events.slice(0, before.events.length)).toEqual(before.events);
    expect(after.events.filter(([, changeId]: string[]) => changeId === offered.changeId)).toEqual([
      event,
    ]);
    expect(after.billed).toHaveLength((before.billed ?? []).length + 1);
    expect(after).toMatchObject({ entries: before.entries + 1, agreed: before.agreed + 1 });
    const standing = after.plans.filter(([, state]: string[]) => state === 'active');
    expect(standing).toHaveLength(1);
    if (answers[0]?.ok) plan = answers[0].value;
    expect(standing[0][0]).toBe(plan.planId);
    backend.later(7 * 86_400_000);
  },
  120_000,
);
