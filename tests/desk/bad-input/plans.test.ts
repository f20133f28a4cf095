import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import { addDays, type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { organization } from '#shared/organization/profile.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import { verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { offeredInWriting, wishedPlan } from '#tests/support/plan-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const { guarantorId } = personas.marisol;
const { months, firstDueWithinDays } = organization.plans;

let backend: TestBackend;
let desk: TestDesk;
beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url, { running: false });
  await verifiedCall(desk);
});
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});

/** Every row of a plan, offered, agreed to or changed. */
async function plansWritten(): Promise<Record<string, number>> {
  const tables = [
    'plan_offer',
    'payment_plan',
    'plan_charge',
    'plan_event',
    'plan_change',
    'letter',
  ];
  const counted = tables.map(async table => {
    const { rows } = await backend.pool.query(`SELECT count(*)::int AS n FROM ${table}`);
    return [table, rows[0].n] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

/** Asks for a plan and holds that nothing was written of it, here or there; a comparison says the same of it. */
async function refusedFor(wish: object) {
  const before = [whatIsWritten(desk), await plansWritten()];
  const asked = { offerId: randomUUID(), wish: wish as PlanWish };
  const reply = await desk.ask('plans.offer', asked);
  expect([whatIsWritten(desk), await plansWritten()]).toEqual(before);
  const compared = await desk.ask('plans.compare', { wishes: [asked.wish] });
  const problem = compared.ok ? compared.value.compared[0]?.problem : compared.reason;
  expect(!reply.ok && reply.reason).toBe(problem);
  return reply;
}

const today = () => dateIn('America/Los_Angeles', instantOf(Date.now()));
const first = (firstDueOn: string) => ({ ...wishedPlan(), firstDueOn: firstDueOn as CalendarDate });

/** A day soon on which the banks are closed, and not the one that midnight may just be making today. */
function nextClosedDay(): CalendarDate {
  let date = addDays(today(), 2);
  while (isBusinessDay(date)) date = addDays(date, 1);
  return date;
}

describe('a plan that the policy does not have', () => {
  test.each([2, 7, 24, 120].filter(each => !months.includes(each)))(
    'of %i months is refused',
    async term => {
      expectRefused(await refusedFor(wishedPlan(term)), 'plan_term_not_offered');
    },
  );

  test('of so much a month, or for hardship, is not offered on a call', async () => {
    const pace = { by: 'payment', payCents: 5_000 };
    expectRefused(await refusedFor({ ...wishedPlan(), pace }), 'plan_term_not_offered');
    expectRefused(await refusedFor({ ...wishedPlan(), kind: 'hardship' }), 'plan_term_not_offered');
  });

  test.each([0, 1, -6, 121, 6.5, Number.NaN])('of %d months is no term at all', async term => {
    expectRefused(await refusedFor(wishedPlan(term)), 'bad_input', 'wish.pace.months');
  });
});

describe('a first payment', () => {
  test('on a day that is past is refused', async () => {
    expectRefused(await refusedFor(first(addDays(today(), -1))), 'plan_first_in_past');
    expectRefused(await refusedFor(first('2020-02-29')), 'plan_first_in_past');
  });

  test('on a day on which the banks are closed is refused', async () => {
    expectRefused(await refusedFor(first(nextClosedDay())), 'plan_first_on_closed_day');
  });

  test('further away than the policy allows is refused', async () => {
    const late = addDays(today(), firstDueWithinDays + 2);
    expectRefused(await refusedFor(first(late)), 'plan_first_too_late');
    expectRefused(await refusedFor(first('2099-01-02')), 'plan_first_too_late');
  });

  test.each(['2027-02-29', '2027-13-01', 'tomorrow', '', undefined])(
    'on %s is no day at all',
    async firstDueOn => {
      const reply = await refusedFor({ ...wishedPlan(), firstDueOn });
      expectRefused(reply, 'bad_input', 'wish.firstDueOn');
    },
  );
});

describe('a plan for nothing', () => {
  const disputed = async (run: () => Promise<void>) => {
    await backend.pool.query(
      `INSERT INTO dispute (dispute_id, charge_id, guarantor_id, opened_on)
       SELECT gen_random_uuid(), charge_id, guarantor_id, '2026-01-05' FROM charge
       WHERE guarantor_id = $1 AND open_cents > 0 AND insurance <> 'pending'`,
      [guarantorId],
    );
    await run();
    await backend.pool.query(
      `UPDATE dispute SET closed_on = opened_on WHERE guarantor_id = $1 AND closed_on IS NULL`,
      [guarantorId],
    );
  };

  test('is refused where the insurance has not answered for anything that could be planned', () =>
    disputed(async () => {
      expectRefused(await refusedFor(wishedPlan()), 'plan_waits_for_insurance');
    }));

  test('is refused where everything that is open is disputed', async () => {
    const pending = "guarantor_id = $1 AND open_cents > 0 AND insurance = 'pending'";
    const { rows } = await backend.pool.query(
      `UPDATE charge SET insurance = 'none' WHERE ${pending} RETURNING charge_id`,
      [guarantorId],
    );
    expect(rows).toHaveLength(1);
    await disputed(async () => {
      expectRefused(await refusedFor(wishedPlan()), 'plan_nothing_owed');
    });
    await backend.pool.query(`UPDATE charge SET insurance = 'pending' WHERE charge_id = $1`, [
      rows[0].charge_id,
    ]);
  });
});

test('two desks that agree with the same caller at once make one plan, and the other is told in one sentence', async () => {
  const other = startTestDesk(backend.url, { running: false });
  try {
    await verifiedCall(other);
    const desks = [desk, other];
    const offers: string[] = [];
    for (const each of desks) offers.push((await offeredInWriting(each)).offerId);
    const before = await plansWritten();
    const yes = { language: 'en', screeningPassed: false } as const;
    const replies = await Promise.all(
      desks.map((each, index) =>
        each.ask('plans.agree', { planId: randomUUID(), offerId: offers[index] ?? '', ...yes }),
      ),
    );
    const refused = replies.find(each => !each.ok);
    expect(replies.filter(each => each.ok)).toHaveLength(1);
    if (refused) expectRefused(refused, 'plan_exists');
    const made = await plansWritten();
    expect(made.payment_plan).toBe((before.payment_plan ?? 0) + 1);
    expect(made.plan_event).toBe((before.plan_event ?? 0) + 1);
  } finally {
    await other.stop();
  }
});

describe('beside a plan that stands', () => {
  test('a second one is not even reckoned', async () => {
    expectRefused(await refusedFor(wishedPlan()), 'plan_exists');
  });

  test('a change to a term that the policy does not have, or with nothing to add, is refused', async () => {
    const planId = (await desk.value('plans.list', null)).plans[0]?.planId ?? '';
    const before = await plansWritten();
    const explain = (pace: object, more: object = {}) =>
      desk.ask('planChanges.offer', {
        changeId: randomUUID(),
        caseId: null,
        planId,
        wish: { kind: 'recast', planKind: 'standard', pace, ...more } as never,
      });
    expectRefused(await explain({ by: 'months', months: 13 }), 'plan_term_not_offered');
    expectRefused(
      await explain({ by: 'months', months: 12 }, { adds: true }),
      'plan_nothing_to_add',
    );
    expect(await explain({ by: 'payment', payCents: 0 })).toMatchObject({ reason: 'bad_input' });
    expect(await plansWritten()).toEqual(before);
  });
});
