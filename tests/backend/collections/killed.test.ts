import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '#backend/runs/collections/step.ts';
import { stoppedAt } from '#tests/support/held-back.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startRuns } from '#tests/support/start-runs.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { type Bill, billed, day, feesOf, stepsOf } from './bills.ts';
import { collector } from './collector.ts';

const dueOn = day('2027-03-10');
/** The first day on which all of the first four steps have come. */
const workedOn = day('2027-05-10');

let backend: TestBackend;
let runner: Runner;
/** Four people with two charges on one statement each, in the order in which the run takes them. */
let bills: [Bill, Bill][];
beforeAll(async () => {
  // Letters leave when a test says so: the server's own turns rest.
  backend = await startTestBackend({ postEveryMs: 3_600_000 });
  runner = openRunner(backend, 1_500);
  const daily = collector(backend);
  await daily.run(day('2027-03-01'));
  await daily.close();
  bills = [];
  for (let people = 0; people < 4; people += 1) {
    const first = await billed(backend, { dueOn });
    bills.push([first, await billed(backend, { dueOn, beside: first })]);
  }
});
afterAll(async () => {
  await runner.close();
  await backend.stop();
});

async function theRun() {
  const { rows } = await backend.pool.query(
    `SELECT state, starts, done_count, cents, difference_cents FROM run
     WHERE kind = 'collections' AND region = 'CO' AND business_on = $1`,
    [workedOn],
  );
  return rows[0];
}

async function lettersTo({ guarantorId }: Bill): Promise<number> {
  const { rows } = await backend.pool.query(
    "SELECT count(*)::int AS letters FROM letter WHERE guarantor_id = $1 AND kind = 'collections'",
    [guarantorId],
  );
  return rows[0].letters;
}

const stepsEach = () =>
  Promise.all(
    bills.map(([bill, beside]) => Promise.all([bill, beside].map(each => stepsOf(backend, each)))),
  );

/** Kills the run in the transaction of the third, with the steps, the fee and its lines of one of two charges written. */
async function killInTheMiddle(): Promise<void> {
  const third = (bills[2] as [Bill, Bill]).map(({ chargeId }) => chargeId).sort();
  const stop = {
    lock: `SELECT FROM charge WHERE charge_id = '${third[1]}' FOR UPDATE`,
    begin: () => startRuns(backend, collect.kind),
    statement: 'INSERT INTO collections_step',
    written: ['collections_step', 'charge', 'ledger_line', 'account'],
  };
  await stoppedAt(backend, stop, async child => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
}

const ALL = ['past_due', 'late_fee', 'referral'].map(step => `${step} ${workedOn}`);
const BESIDE = ALL.filter(step => !step.startsWith('late_fee'));

test('a server killed in the middle of the collections run leaves to the next what it would have done, once', async () => {
  backend.moveTo(`${workedOn}T19:00Z`);
  await killInTheMiddle();
  const [first, second, third, fourth] = await stepsEach();
  for (const done of [first, second]) expect(done?.flat()).toHaveLength(5);
  for (const open of [third, fourth]) expect(open?.flat()).toEqual([]);
  expect(await theRun()).toMatchObject({ state: 'running', starts: 1 });

  await expect
    .poll(
      async () => {
        await runner.turn([collect]);
        return (await theRun()).state;
      },
      { interval: 200, timeout: 30_000 },
    )
    .toBe('done');
  for (const charges of await stepsEach()) {
    expect(charges.toSorted((left, right) => right.length - left.length)).toEqual([ALL, BESIDE]);
  }
  for (const [bill] of bills) {
    expect(await feesOf(backend, bill)).toEqual([500]);
    expect(await lettersTo(bill)).toBe(1);
  }
  // Three steps and two of each pair, and its notice.
  expect(await theRun()).toMatchObject({
    ...{ starts: 2, done_count: 4 * 6, cents: 4 * 500, difference_cents: 0 },
  });
  await expectBooksToAgree(backend.pool);
});
