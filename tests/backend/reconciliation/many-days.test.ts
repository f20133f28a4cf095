import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newAuditKey } from '#backend/audit/signing-key.ts';
import type { RunStep } from '#backend/runs/run-step.ts';
import { runSteps } from '#backend/runs/steps.ts';
import { personas } from '#backend/seed/personas.ts';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { debit } from '#tests/support/ach-desk.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { closeBusinessDay, inShort, readBusinessDay } from '#tests/support/business-days.ts';
import { sumsThatDiffer } from '#tests/support/day-cells.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

/** Over a month's end, a weekend and Thanksgiving. */
const FIRST = CalendarDate.parse('2026-11-20');
const DAYS = 9;

let backend: TestBackend;
let runner: Runner;
beforeAll(async () => {
  const audit = { key: newAuditKey(), folder: mkdtempSync(join(tmpdir(), 'remit-audit-')) };
  backend = await startTestBackend({ at: `${FIRST}T08:00-08:00`, audit, resolveEveryMs: 60_000 });
  runner = openRunner(backend);
});
afterAll(async () => {
  await runner.close();
  await backend.stop();
});

/** The runs that move what is taken; the others have their turn on the last two days. */
const kinds = [
  'card_posting',
  'card_settlement',
  'ach_answers',
  'ach_settlement',
  'ach_origination',
];
const moving = runSteps.filter(({ kind }) => kinds.includes(kind));

/** A morning's runs, a card and a debit taken, the cut-off, and the close of the day. */
async function workOneDay(
  day: CalendarDate,
  steps: readonly RunStep[] = moving,
): Promise<string[]> {
  backend.moveTo(`${day}T06:05-08:00`);
  await runner.turn(steps);
  backend.moveTo(`${day}T11:00-08:00`);
  const call = await verifiedCall(await backend.signIn());
  const order = await call.order(1_100, { duplicateAcknowledged: true });
  expect(await call.pay(order, newKey())).toMatchObject({ value: { state: 'approved' } });
  await debit(backend, personas.marisol, 700, '70031842975516', day);
  backend.moveTo(`${day}T17:05-08:00`);
  await runner.turn(steps);
  const supervisor = await backend.signIn('s.lindqvist');
  const seen = await readBusinessDay(supervisor);
  expect(seen.businessOn).toBe(day);
  expect((await sumsThatDiffer(supervisor, seen)).differing).toEqual([]);
  expect(await closeBusinessDay(supervisor, seen, [])).toMatchObject({
    value: { state: 'closed' },
  });
  return seen.rows.map(inShort);
}

it('days are worked and closed one after the other without a difference, and stay as they were signed', async () => {
  const days: string[][] = [];
  for (let count = 0, day = FIRST; count < DAYS; count += 1, day = businessDaysAfter(day, 1)) {
    days.push(await workOneDay(day, count < DAYS - 2 ? moving : runSteps));
  }
  // What is taken on one day posts and goes to the bank on the next, and cards settle two business days later.
  expect(days.at(-1)).toEqual([
    'taken card: 1/1100 1/1100 1/1100, 0 differ',
    'taken ach: 1/700 - 1/700, 0 differ',
    'posted card: 1/1100 - 1/1100, 0 differ',
    'posted ach: 1/700 1/700 1/700, 0 differ',
    'settled card: 1/1100 1/1100 1/1100, 0 differ',
    'settled ach: 1/700 1/700 1/700, 0 differ',
  ]);
  await expectBooksToAgree(backend.pool);
  const { rows } = await backend.pool.query('SELECT count(*)::int AS days FROM closed_day');
  expect(rows).toEqual([{ days: DAYS }]);
}, 180_000);
