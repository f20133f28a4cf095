import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgePromises } from '#backend/runs/expected/steps.ts';
import { openHardshipItems } from '#backend/runs/hardship/step.ts';
import { sendTheLetters } from '#backend/runs/letters/step.ts';
import { billPlans, watchPlans } from '#backend/runs/plans/steps.ts';
import { personas } from '#backend/seed/personas.ts';
import { CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { sentOf } from '../kept/sent.ts';
import { inMonths, planDesk } from '../plans/plan-desk.ts';

const { marisol, otis } = personas;
const steps = [judgePromises, billPlans, watchPlans, sendTheLetters, openHardshipItems];
let backend: TestBackend;
let runners: Runner[];
let call: VerifiedCall;
let okafor: SignedIn;

/** On Tuesday, December 1st, Marisol agreed to a plan from January 4th, and Otis promised to pay by the 11th. */
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T12:00-08:00' });
  runners = [openRunner(backend), openRunner(backend)];
  call = await verifiedCall(await backend.signIn(), otis);
  const promisedOn = CalendarDate.parse('2026-12-11');
  await call.desk.value(
    'keepPromise',
    sentOf(call, backend).promise({ amountCents: 5_000, promisedOn }),
  );
  const plan = await verifiedCall(await backend.signIn(), marisol);
  await planDesk(plan, backend.now).agreed(inMonths(6, '2027-01-04'));
}, 60_000);
afterAll(async () => {
  await Promise.all(runners.map(runner => runner.close()));
  await backend.stop();
});

/** A business day at noon: what comes before, then the same of both servers at once, as if each took the other for dead. */
async function runOn(today: string) {
  backend.moveTo(`${today}T12:00-08:00`);
  const [first] = runners as [Runner];
  await first.turn(steps.slice(0, -1));
  const day = {
    region: 'NCAL',
    today: CalendarDate.parse(today),
    now: instantOf(backend.now()),
  } as const;
  const [told] = await Promise.all(
    runners.map(({ parts }) => openHardshipItems.run(parts, day, () => undefined)),
  );
  okafor = await backend.signIn('c.okafor');
  return told;
}

async function itemsOf(guarantorId: string) {
  const { cases } = await okafor.value('hardshipCases', {});
  return cases
    .filter(each => each.guarantorId === guarantorId)
    .flatMap(({ items }) => items.map(({ kind, dueOn }) => `${kind} by ${dueOn}`));
}

test('a promise is nothing to do on its day, and once it is broken it is, once at two servers', async () => {
  await runOn('2026-12-11');
  expect(await itemsOf(otis.guarantorId)).toEqual([]);
  expect(await runOn('2026-12-14')).toMatchObject({ done: 1, cents: 5_000 });
  expect(await itemsOf(otis.guarantorId)).toEqual(['broken_promise by 2026-12-16']);
  expect(await runOn('2026-12-15')).toMatchObject({ done: 0 });
  expect(await itemsOf(otis.guarantorId)).toEqual(['broken_promise by 2026-12-16']);
});

test('what a counselor has done does not come back', async () => {
  const [found] = (await okafor.value('hardshipCases', {})).cases;
  const caseId = found?.caseId ?? '';
  await okafor.value('takeHardshipCase', { params: { caseId } });
  const params = { caseId, itemId: found?.items[0]?.itemId ?? '' };
  await okafor.value('finishCaseItem', { params, body: { note: 'Pays on Friday.' } });
  expect(await runOn('2026-12-16')).toMatchObject({ done: 0 });
  expect(await itemsOf(otis.guarantorId)).toEqual([]);
});

test('a missed instalment is to be looked into, and a default takes its place and is urgent', async () => {
  await runOn('2027-01-04');
  expect(await itemsOf(marisol.guarantorId)).toEqual([]);
  for (const day of ['2027-01-25', '2027-01-26']) await runOn(day);
  expect(await itemsOf(marisol.guarantorId)).toEqual(['plan_missed by 2027-01-28']);
  for (const day of ['2027-02-05', '2027-02-25', '2027-03-15']) await runOn(day);
  const { rows } = await backend.pool.query(
    'SELECT state FROM payment_plan WHERE offer_id IS NOT NULL',
  );
  expect(rows).toEqual([{ state: 'defaulted' }]);
  expect(await itemsOf(marisol.guarantorId)).toEqual([expect.stringMatching(/^plan_default by /)]);
  const { cases } = await okafor.value('hardshipCases', {});
  expect(cases.find(each => each.guarantorId === marisol.guarantorId)?.priority).toBe('urgent');
});
