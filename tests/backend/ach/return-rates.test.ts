import { afterAll, beforeAll, expect, it } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { collectAchAnswers } from '#backend/ach/receive/collect-answers.ts';
import { watchReturnRates } from '#backend/runs/returns/steps.ts';
import { personas } from '#backend/seed/personas.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { openExceptions } from '#tests/support/open-exceptions.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let runner: Runner;

/** Of five debits three find no account behind their number. */
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  runner = openRunner(backend);
  const ach = achOf(backend);
  for (const [index, ending] of ['7703', '7703', '7703', '5516', '5517'].entries()) {
    const account = `7003184${index}97${ending}`;
    await debit(backend, personas.marisol, 1_000 + index, account, '2026-11-24');
  }
  backend.moveTo('2026-11-24T23:05-08:00');
  await originateAch(ach);
  backend.moveTo('2026-11-25T12:00-08:00');
  await collectAchAnswers(ach);
  await ach.end();
});
afterAll(async () => {
  await runner.close();
  await backend.stop();
});

const rates = async () => {
  const desk = await backend.signIn('s.lindqvist');
  const { companies } = await desk.value('returnRates', {});
  return companies.find(each => each.sent > 0 || each.rates.some(rate => rate.returned > 0));
};
const told = async () => {
  const { rows } = await backend.pool.query(
    "SELECT about, reason, resolved_at FROM ach_exception WHERE kind = 'return_rate' ORDER BY about",
  );
  return rows;
};

it('supervisors see the share of returns of each company against its thresholds', async () => {
  expect(await rates()).toMatchObject({
    odfiRouting: '129900007',
    companyId: '1990000001',
    from: '2026-09-27',
    to: '2026-11-25',
    sent: 5,
    rates: [
      { kind: 'unauthorised', returned: 0, basisPoints: 50, judgement: 'fine' },
      { kind: 'administrative', returned: 3, basisPoints: 300, judgement: 'over' },
      { kind: 'overall', returned: 3, basisPoints: 1_500, judgement: 'over' },
    ],
  });
});

it('the daily run tells of a share that is too high once, and not again soon after it was dealt with', async () => {
  await runner.turn([watchReturnRates]);
  backend.moveTo('2026-11-27T12:00-08:00');
  await runner.turn([watchReturnRates]);
  expect(await told()).toMatchObject([
    {
      about: '129900007 1990000001 administrative',
      reason: expect.stringContaining('3 of 5, 60.00 %'),
    },
    { about: '129900007 1990000001 overall' },
  ]);
  const desk = await backend.signIn('s.lindqvist');
  const [one] = await openExceptions(desk, 'return_rate');
  expect(one?.detail.fromBank).toMatchObject({
    toDo: 'find_cause',
    payment: null,
    followUp: null,
  });
  const params = { caseId: one?.exception.caseId ?? '' };
  await desk.value('resolveException', {
    params,
    body: { reason: 'Numbers are read back now.' },
  });
  backend.moveTo('2026-11-30T12:00-08:00');
  await runner.turn([watchReturnRates]);
  expect(await told()).toHaveLength(2);
  backend.moveTo('2026-12-30T12:00-08:00');
  await runner.turn([watchReturnRates]);
  expect(await told()).toHaveLength(3);
});

it('what is older than sixty days is not counted any more', async () => {
  backend.moveTo('2027-01-22T12:00-08:00');
  expect(await rates()).toMatchObject({ sent: 5 });
  backend.moveTo('2027-01-23T12:00-08:00');
  expect(await rates()).toMatchObject({ sent: 0 });
  backend.moveTo('2027-01-24T12:00-08:00');
  expect(await rates()).toBeUndefined();
});
