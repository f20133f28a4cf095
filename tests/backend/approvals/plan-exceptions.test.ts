import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { inMonths, planDesk } from '../plans/plan-desk.ts';
import { asking, decider, trailOf } from './second-person.ts';

let backend: TestBackend;
let call: VerifiedCall;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T10:00-08:00' });
});
beforeEach(async () => {
  backend.moveTo('2026-12-01T10:00-08:00');
  supervisor = await backend.signIn('s.lindqvist');
  call = await verifiedCall(await backend.signIn());
});
afterAll(() => backend.stop());

const longer = inMonths(24, '2026-12-15');

async function ask(wish: PlanWish, requestId: string = randomUUID(), on = call) {
  const { verificationId } = on;
  return on.desk.ask('askPlanException', {
    params: { requestId },
    body: { verificationId, wish, reason: asking },
  });
}

const offer = (wish: PlanWish, exceptionId: string, on = call) =>
  on.desk.ask('offerPlan', {
    params: { offerId: randomUUID() },
    body: { verificationId: on.verificationId, wish, exceptionId },
  });

describe('a plan that the policy does not have', () => {
  it('is refused as an exception where the policy has it, or no supervisor could allow it', async () => {
    const code = async (wish: PlanWish) => {
      const answer = await ask(wish);
      return answer.ok ? answer.value.state : answer.problem.code;
    };
    expect(await code(inMonths(6, '2026-12-15'))).toBe('plan_exception_needless');
    expect(await code(inMonths(24, '2026-12-25'))).toBe('plan_first_on_closed_day');
    expect(await code(inMonths(24, '2026-11-30'))).toBe('plan_first_in_past');
    expect(await code(inMonths(24, '2028-12-15'))).toBe('plan_not_possible');
    const tiny = { kind: 'standard', pace: { by: 'payment', payCents: cents(1) } } as const;
    expect(await code({ ...tiny, firstDueOn: '2026-12-15' as CalendarDate } as PlanWish)).toBe(
      'plan_payment_too_small',
    );
    expect(await code({ ...longer, kind: 'hardship' })).toBe('plan_term_not_offered');
  });

  it('is asked for with its exact terms, allowed, and agreed to once, on a later call too', async () => {
    const requestId = randomUUID();
    const asked = await ask(longer, requestId);
    expect(asked).toMatchObject({
      value: { state: 'requested', terms: { wish: longer, payments: 24 } },
    });
    expect(await ask(longer)).toMatchObject({ problem: { code: 'approval_open' } });
    expect(await offer(longer, requestId)).toMatchObject({
      problem: { code: 'plan_exception_not_found' },
    });
    expect(await decider(supervisor).read('plan_exception', requestId)).toMatchObject({
      follows: 'allow_plan',
      terms: { payments: 24 },
    });
    expect(await decider(supervisor).decide('plan_exception', requestId)).toMatchObject({
      value: { state: 'approved', use: { goodUntil: '2026-12-15', usedAt: null } },
    });
    expect(await offer(inMonths(36, '2026-12-15'), requestId)).toMatchObject({
      problem: { code: 'plan_exception_differs' },
    });
    backend.moveTo('2026-12-03T10:00-08:00');
    const later = await verifiedCall(await backend.signIn());
    const { approvals } = await later.desk.value('planExceptions', {
      params: { verificationId: later.verificationId },
    });
    expect(approvals).toMatchObject([{ approvalId: requestId, state: 'approved' }]);
    const offered = await offer(longer, requestId, later);
    if (!offered.ok) throw new Error(offered.problem.code);
    const plans = planDesk(later, backend.now);
    await plans.copy(offered.value.offerId);
    const planId = randomUUID();
    const made = await plans.agree(plans.accepted(offered.value), planId);
    expect(made).toMatchObject({ value: { disclosure: { payments: { length: 24 } } } });
    expect(await offer(longer, requestId, later)).toMatchObject({ ok: false });
    expect(await trailOf(backend, requestId)).toEqual([
      'approval_asked_plan_exception requested r.ames',
      'approval_decided_plan_exception approved s.lindqvist',
      'plan_exception_used succeeded',
    ]);
  });

  it('is no more to be had after its last day, and nothing once a plan stands', async () => {
    const other = await verifiedCall(await backend.signIn(), personas.priya);
    const requestId = randomUUID();
    expect(await ask(longer, requestId, other)).toMatchObject({ ok: true });
    await decider(supervisor).decide('plan_exception', requestId);
    backend.moveTo('2026-12-16T10:00-08:00');
    const later = await verifiedCall(await backend.signIn(), personas.priya);
    expect(await offer(longer, requestId, later)).toMatchObject({
      problem: { code: 'plan_exception_over' },
    });
    const again = randomUUID();
    const wish = inMonths(18, '2027-01-15');
    expect(await ask(wish, again, later)).toMatchObject({ ok: true });
    await planDesk(later, backend.now).agreed(inMonths(6, '2027-01-15'));
    supervisor = await backend.signIn('s.lindqvist');
    expect(
      await decider(supervisor).send('plan_exception', again, 'approve', 'allow_plan'),
    ).toMatchObject({ problem: { code: 'approval_over' } });
    expect(await decider(supervisor).decide('plan_exception', again, 'decline')).toMatchObject({
      value: { state: 'declined' },
    });
  });
});
