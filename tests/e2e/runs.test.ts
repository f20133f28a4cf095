import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';

let whole: WholeDesk;
let runner: Runner;

beforeAll(async () => {
  whole = await openWholeDesk();
  runner = openRunner(whole.backend);
  await whole.steps.signIn('s.lindqvist');
});
afterAll(async () => {
  await runner.close();
  await whole.end();
});

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const pane = () => page().getByRole('region', { name: 'Runs', exact: true });
const sees = (text: string | RegExp) => pane().getByText(text).first().waitFor();
const rows = () => pane().getByRole('row').count();
const query = (sql: string) => whole.backend.pool.query(sql);

const look = (name: string) => lookAt(whole.desk, `runs-${name}`);

test('a supervisor opens the runs by their key, before any has begun', async () => {
  await press('F4');
  await pane().waitFor();
  // On a day the banks are open, the runs of that day wait for their hour.
  await sees(/No run has begun yet|waits? for (their|its) hour|Due since/);
  await look('none');
});

test('each run ends with what it moved held against the ledger, and a difference is red', async () => {
  await runner.turn();
  await query(
    `UPDATE run SET done_count = 3, total_count = 3, cents = 41250 WHERE kind = 'card_posting'`,
  );
  await query(
    `UPDATE run SET done_count = 2, total_count = 2, cents = 9000, difference_cents = 1250
     WHERE kind = 'ach_settlement' AND region = 'NCAL'`,
  );
  await query(
    `UPDATE run SET state = 'running', finished_at = NULL, cents = NULL, difference_cents = NULL, reconciliation = NULL, done_count = 32, total_count = 100,
       claimed_until = clock_timestamp() + interval '10 minutes'
     WHERE kind = 'scheduled_payments' AND region = 'NCAL'`,
  );
  await query(
    `UPDATE run SET state = 'running', finished_at = NULL, cents = NULL, difference_cents = NULL, reconciliation = NULL, claimed_until = clock_timestamp() - interval '1 minute'
     WHERE kind = 'letters' AND region = 'NCAL'`,
  );
  await sees('32 of 100');
  await sees('$412.50');
  await sees('The ledger differs by $12.50');
  await sees(/Stopped in the middle/);
  await sees('2 runs need a look');
  await look('worked');
});

test('runs that found nothing are shown when asked for', async () => {
  const before = await rows();
  await pane().getByRole('checkbox').focus();
  await press('Space');
  await expect.poll(rows).toBeGreaterThan(before);
  await look('all');
  await press('Space');
  await expect.poll(rows).toBe(before);
});

test('earlier days are turned to page by page, and back', async () => {
  await query(
    `INSERT INTO run (kind, region, business_on, state, started_at, finished_at, claimed_by, claimed_until,
       done_count, total_count, cents, difference_cents, reconciliation)
     SELECT 'card_posting', 'NCAL', date '2026-01-05' + day, 'done', now(), now(), gen_random_uuid(), now(), 1, 1, 100,
       0, 'one'
     FROM generate_series(0, 4) AS day`,
  );
  await pane().getByRole('button', { name: 'Earlier days' }).press('Enter');
  await sees(/January \d, 2026/);
  await pane().getByRole('button', { name: 'Latest days' }).press('Enter');
  await sees('32 of 100');
});

test('without the backend it says so, and shows what it knew', async () => {
  whole.line.cut();
  await sees(/The backend cannot be reached\. This is what it said at/);
  await sees('32 of 100');
  await look('away');
  whole.line.mend();
});
