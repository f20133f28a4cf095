import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunStep } from '#backend/runs/run-step.ts';
import { runSteps } from '#backend/runs/steps.ts';
import { personas } from '#backend/seed/personas.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { openDb, statement, take } from '#tests/backend/arrivals/statements.ts';
import { sentOf } from '#tests/backend/kept/sent.ts';
import { debit } from '#tests/support/ach-desk.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
let runner: Runner;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00', resolveEveryMs: 60_000 });
  runner = openRunner(backend);
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await runner.close();
  await backend.stop();
});

const stepOf = (kind: string): RunStep => {
  const step = runSteps.find(each => each.kind === kind);
  if (!step) throw new Error(`There is no run ${kind}.`);
  return step;
};

/** The run does its work and ends before it has told of it. */
async function endBeforeTelling(kind: string): Promise<void> {
  const step = stepOf(kind);
  const dying: RunStep = {
    ...step,
    async run(...given) {
      await step.run(...given);
      throw new Error('ended before it told');
    },
  };
  await expect(runner.turn([dying])).rejects.toThrow('ended before it told');
  const { rows } = await backend.pool.query(
    `SELECT state, cents FROM run WHERE kind = $1 AND region = 'NCAL'`,
    [kind],
  );
  expect(rows).toEqual([{ state: 'running', cents: null }]);
}

/** The line of the run in Northern California, told by the server that took it over. */
async function toldAfterwards(kind: string): Promise<string | undefined> {
  const told = (await runner.turn([stepOf(kind)])).filter(run => run.region === 'NCAL');
  expect(told).toHaveLength(1);
  return told[0]?.line;
}

describe('a run that ended before it told of its work is told whole by whoever takes it over', () => {
  it('debits that settled', async () => {
    await debit(backend, personas.marisol, 9_000, '70031842975516', '2026-11-24');
    await debit(backend, personas.marisol, 2_000, '70031842975516', '2026-11-24');
    backend.moveTo('2026-11-24T17:01-08:00');
    await runner.turn([stepOf('ach_origination')]);
    backend.moveTo('2026-11-25T06:01-08:00');
    await endBeforeTelling('ach_settlement');
    expect(await toldAfterwards('ach_settlement')).toBe(
      '2026-11-25 NCAL ach_settlement: 2 done, $110.00, ledger difference $0.00',
    );
  });

  it('debits that settled a business day late, after nobody had run', async () => {
    await debit(backend, personas.marisol, 9_000, '70031842975516', '2026-11-24');
    backend.moveTo('2026-11-24T17:01-08:00');
    await runner.turn([stepOf('ach_origination')]);
    backend.moveTo('2026-11-27T06:01-08:00');
    expect(await toldAfterwards('ach_settlement')).toContain('1 done, $90.00');
  });

  it('what the bank sent back', async () => {
    await debit(backend, personas.marisol, 2_000, '70031842977701', '2026-11-24');
    backend.moveTo('2026-11-24T17:01-08:00');
    await runner.turn([stepOf('ach_origination')]);
    backend.moveTo('2026-11-25T06:01-08:00');
    await runner.turn([stepOf('ach_answers'), stepOf('ach_settlement')]);
    backend.moveTo('2026-11-30T06:01-08:00');
    const answers = stepOf('ach_answers');
    const dying: RunStep = {
      ...answers,
      async run(...given) {
        await answers.run(...given);
        backend.later(60_000);
        throw new Error('ended before it told');
      },
    };
    await expect(runner.turn([dying])).rejects.toThrow('ended before it told');
    expect(await toldAfterwards('ach_answers')).toContain('1 done, $20.00');
    backend.moveTo('2026-12-01T06:01-08:00');
    expect(await toldAfterwards('ach_answers')).toContain('0 done, $0.00');
  });

  it('promises that were broken, money that was matched, and payments that never came', async () => {
    const call = await verifiedCall(await backend.signIn());
    const sent = sentOf(call, backend);
    const number = (await call.balance()).guarantor.billPayNumber;
    const expectedOn = '2026-11-25' as CalendarDate;
    await call.desk.value('keepPromise', sent.promise({ promisedOn: expectedOn }));
    await call.desk.value('keepExpectedWire', sent.wire(number, { expectedOn, amountCents: 700 }));
    const early = sent.wire(number, { expectedOn, amountCents: 1_100 });
    const db = openDb(backend);
    const remittance = early.body.reference;
    const row = { amount: '11.00', booked_on: '2026-11-24' };
    await take(db, backend, statement({ ...row, remittance }));
    await call.desk.value('keepExpectedWire', early);
    await db.destroy();
    backend.moveTo('2026-12-11T07:01-08:00');
    for (const [kind, told] of [
      ['arrivals', '1 done, $11.00'],
      ['expected_payments', '1 done, $7.00'],
      ['promises', '1 done, $312.40'],
    ] as const) {
      await endBeforeTelling(kind);
      expect(await toldAfterwards(kind)).toContain(told);
    }
  });
});
