import { afterEach, beforeEach, expect, test } from 'vitest';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import { instalmentDay } from '#shared/authorisations/plan-payments.ts';
import { noticeFrom } from '#shared/authorisations/varying-amounts.ts';
import { CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { takenCase } from '#tests/backend/hardship/counselor.ts';
import { changeDesk, problemOf } from '#tests/backend/plans/change-desk.ts';
import { inMonths, planDesk } from '#tests/backend/plans/plan-desk.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import {
  askAutopay,
  autopaid,
  autopaySteps,
  ofPlan,
  plannedUnder,
  takenUnder,
} from './plan-autopay.ts';

let backend: TestBackend;
let runner: Runner;
let call: VerifiedCall;
let plan: AgreedPlan;

async function callAgain(): Promise<void> {
  call = await verifiedCall(await backend.signIn(), personas.marisol);
}

/** A plan of so many months, in place of any other. */
async function agreed(months: number): Promise<AgreedPlan> {
  await backend.pool.query(
    'UPDATE payment_plan SET closed_on = current_date, state = $1 WHERE closed_on IS NULL',
    ['cancelled'],
  );
  return planDesk(call, backend.now).agreed(inMonths(months, '2026-12-15'));
}

/** The same plan over more months, agreed to in a counselor's case. */
async function longer(months: number): Promise<AgreedPlan> {
  await callAgain();
  const caseId = await takenCase(backend);
  const counselor = await backend.signIn('c.okafor');
  return changeDesk(call, backend.now, { caseId }, counselor).changed(plan.planId, {
    kind: 'recast',
    planKind: 'hardship',
    pace: { by: 'months', months },
  });
}

beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-12-01T20:00Z' });
  runner = openRunner(backend);
  await callAgain();
  plan = await agreed(6);
}, 60_000);
afterEach(async () => {
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await runner.close();
  await backend.stop();
});

const standing = async () => {
  await callAgain();
  return (await planDesk(call, backend.now).plans()).plans[0] as AgreedPlan;
};
const authorisation = async () =>
  (
    await call.desk.value('authorisations', { params: { verificationId: call.verificationId } })
  ).authorisations.find(each => each.terms.kind === 'plan');

/** How the newest plan and its autopay stand, long after anybody has called. */
const states = async () =>
  (
    await backend.pool.query(
      `SELECT payment_plan.state AS plan, authorisation.state AS autopay, authorisation.state_why AS why
       FROM authorisation JOIN payment_plan ON plan_id = plan_followed((authorisation.terms->>'planId')::uuid) WHERE authorisation.kind = 'plan'`,
    )
  ).rows[0];

/** The notices of a payment to come, and whether each left ten days before it. */
const notices = async (authorisationId: string) =>
  (
    await backend.pool.query(
      `SELECT notice.amount_cents::int AS cents, pay_on::text AS on, sent_on <= pay_on - 10 AS "inTime"
       FROM payment_notice AS notice JOIN letter USING (notice_id) WHERE notice.authorisation_id = $1 ORDER BY pay_on`,
      [authorisationId],
    )
  ).rows;

const waitingLetters = async () =>
  (
    await backend.pool.query(
      'SELECT count(*)::int AS waiting FROM letter WHERE sent_at IS NULL AND withdrawn_at IS NULL',
    )
  ).rows[0].waiting;

/** The runs of some days at noon, in Marisol's region. */
async function run(...dates: string[]): Promise<void> {
  for (const date of dates) {
    backend.moveTo(`${date}T20:00Z`);
    const day = {
      region: 'NCAL',
      today: CalendarDate.parse(date),
      now: instantOf(backend.now()),
    } as const;
    for (const step of autopaySteps) await step.run(runner.parts, day, () => undefined);
    // The backend's own sender may have one in its hands, for which the day must not pass.
    await expect.poll(waitingLetters, { timeout: 30_000 }).toBe(0);
  }
}

/** The days on which the instalments of a plan are worked: the day itself, and the bank day that stands in for it. */
const workdaysOf = ({ disclosure }: AgreedPlan) =>
  disclosure.payments.map(({ dueOn }) => instalmentDay(dueOn));

test.each([12, 24])(
  '%i instalments are taken on their days to the cent, the last with the remainder, and autopay ends with the plan',
  async months => {
    plan = months === 12 ? await agreed(12) : await longer(24);
    const { authorisationId } = await autopaid(call, ofPlan(plan));
    await run(...workdaysOf(plan));
    const disclosed = plan.disclosure.payments;
    expect(disclosed).toHaveLength(months);
    expect(disclosed.at(-1)?.amountCents).not.toBe(disclosed[0]?.amountCents);
    expect(disclosed.some(({ dueOn }) => dueOn !== instalmentDay(dueOn))).toBe(true);
    expect(await takenUnder(backend, authorisationId)).toMatchObject(
      disclosed.map(({ dueOn, amountCents }) => ({ on: instalmentDay(dueOn), cents: amountCents })),
    );
    expect(await states()).toEqual({ plan: 'paid_off', autopay: 'finished', why: 'plan_paid_off' });
    const { rows } = await backend.pool.query(
      'SELECT kind FROM letter WHERE authorisation_id = $1 ORDER BY asked_at',
      [authorisationId],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['made', 'finished']);
  },
  300_000,
);

test('what was paid by hand is not debited, or only for the rest; what is paid back later is not made up for', async () => {
  const { authorisationId } = await autopaid(call, ofPlan(plan));
  const level = plan.levelCents;
  const desk = changeDesk(call, backend.now);
  await desk.payOf(plan, level + 1_000);
  await run('2026-12-15', '2027-01-15');
  expect(await takenUnder(backend, authorisationId)).toMatchObject([
    { on: '2027-01-15', cents: level - 1_000 },
  ]);
  expect(await plannedUnder(backend, authorisationId)).toMatchObject([
    { instalment: 1, state: 'skipped', why: 'it was paid otherwise' },
    { instalment: 2, state: 'paid' },
  ]);
  expect((await standing()).standing.pastDueCents).toBe(0);
}, 300_000);

test('while the plan rests nothing is taken, and the moved days are announced ten days before', async () => {
  const { authorisationId } = await autopaid(call, ofPlan(plan));
  await run('2026-12-15');
  backend.moveTo('2026-12-20T20:00Z');
  await callAgain();
  await changeDesk(call, backend.now).changed(plan.planId, {
    kind: 'pause',
    months: 2,
    reason: 'illness',
  });
  expect((await authorisation())?.next).toMatchObject({ payOn: '2027-03-15' });
  await run('2027-01-15', '2027-02-16', '2027-03-05');
  expect(await takenUnder(backend, authorisationId)).toHaveLength(1);
  const { standing: rested } = await standing();
  const days = rested.coming.flatMap(({ dueOn }) => [noticeFrom(dueOn), instalmentDay(dueOn)]);
  await run(...days.toSorted().filter(each => each > '2027-03-05'));
  const [, ...taken] = await takenUnder(backend, authorisationId);
  expect(taken).toMatchObject(
    rested.coming.map(({ dueOn, amountCents }) => ({
      on: instalmentDay(dueOn),
      cents: amountCents,
    })),
  );
  // What was listed for May is the smaller last one, and nothing was for the two months after it.
  expect(await notices(authorisationId)).toEqual(
    rested.coming.slice(-3).map(({ dueOn, amountCents }) => ({
      cents: amountCents,
      on: instalmentDay(dueOn),
      inTime: true,
    })),
  );
}, 300_000);

test('autopay follows a plan of other terms, each payment of it announced ten days before', async () => {
  const { authorisationId } = await autopaid(call, ofPlan(plan));
  await run('2026-12-15');
  backend.moveTo('2026-12-16T20:00Z');
  const other = await longer(24);
  const [first, second] = other.disclosure.payments;
  if (!(first && second)) throw new Error('There are twenty-four.');
  expect((await authorisation())?.next).toMatchObject({
    payOn: instalmentDay(first.dueOn),
    amountCents: first.amountCents,
  });
  for (const { dueOn } of [first, second]) await run(noticeFrom(dueOn), instalmentDay(dueOn));
  expect(await takenUnder(backend, authorisationId)).toMatchObject([
    { on: '2026-12-15', cents: plan.levelCents },
    { on: instalmentDay(first.dueOn), cents: first.amountCents },
    { on: instalmentDay(second.dueOn), cents: second.amountCents },
  ]);
  expect(await notices(authorisationId)).toEqual(
    [first, second].map(({ dueOn, amountCents }) => ({
      cents: amountCents,
      on: instalmentDay(dueOn),
      inTime: true,
    })),
  );
}, 300_000);

test.each([
  ['paid off', 'plan_paid_off'],
  ['cancelled', 'plan_cancelled'],
] as const)(
  'a plan that is %s ends its autopay at once, and it says so',
  async (how, why) => {
    const { authorisationId } = await autopaid(call, ofPlan(plan));
    const desk = changeDesk(call, backend.now);
    if (how === 'cancelled') await desk.changed(plan.planId, { kind: 'cancel' });
    else {
      const asked = await desk.changed(plan.planId, { kind: 'pay_off' });
      await desk.payOf(asked, asked.standing.payoffCents);
    }
    expect(await authorisation()).toMatchObject({ state: 'finished', stateWhy: why, next: null });
    await run('2026-12-15', '2027-01-15');
    expect(await takenUnder(backend, authorisationId)).toEqual([]);
  },
  60_000,
);

test('it is no part of the plan: refused or revoked, the plan stands as it is, and it can be authorised anew', async () => {
  const { authorisationId } = await autopaid(call, ofPlan(plan));
  expect(problemOf(await askAutopay(call, ofPlan(plan)))).toBe('autopay_exists');
  await call.desk.value('revokeAuthorisation', {
    params: { authorisationId },
    body: { verificationId: call.verificationId, reason: 'prefers to pay by hand' },
  });
  expect(await standing()).toEqual(plan);
  await run('2026-12-15');
  expect(await takenUnder(backend, authorisationId)).toEqual([]);
  await callAgain();
  const again = await autopaid(call, ofPlan(await standing()));
  await run('2027-01-15');
  expect(await takenUnder(backend, again.authorisationId)).toMatchObject([
    { on: '2027-01-15', cents: plan.levelCents },
  ]);
}, 300_000);

test('an instalment that is left out stays due and is not taken later', async () => {
  const made = await autopaid(call, ofPlan(plan));
  expect(made.next).toMatchObject({ payOn: '2026-12-15', amountCents: plan.levelCents });
  const { authorisationId } = made;
  const skipped = await call.desk.value('skipScheduledPayment', {
    params: { authorisationId },
    body: { verificationId: call.verificationId, occurrence: made.next?.occurrence ?? '' },
  });
  expect(skipped.next).toMatchObject({ payOn: '2027-01-15' });
  await run('2026-12-15', '2026-12-16');
  expect(await takenUnder(backend, authorisationId)).toEqual([]);
  expect((await standing()).standing.pastDueCents).toBe(plan.levelCents);
}, 300_000);

test.each([
  ['of an amount that is not the plan’s', 'plan_changed_meanwhile'],
  ['of a plan that is not theirs', 'plan_not_found'],
  ['of a plan that has ended', 'plan_ended'],
])(
  'instalments %s are refused',
  async (_what, code) => {
    const terms = ofPlan(plan);
    const [first, ...others] = terms.instalments;
    if (!first) throw new Error('There is nothing to come.');
    if (code === 'plan_changed_meanwhile') {
      const more = { ...first, amountCents: (first.amountCents + 1) as typeof first.amountCents };
      expect(problemOf(await askAutopay(call, { ...terms, instalments: [more, ...others] }))).toBe(
        code,
      );
      return;
    }
    if (code === 'plan_ended') {
      await changeDesk(call, backend.now).changed(plan.planId, { kind: 'cancel' });
      expect(problemOf(await askAutopay(call, terms))).toBe(code);
      return;
    }
    const other = await verifiedCall(await backend.signIn(), personas.otis);
    expect(problemOf(await askAutopay(other, terms))).toBe(code);
  },
  300_000,
);
