import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '#backend/runs/collections/step.ts';
import { sendTheLetters } from '#backend/runs/letters/step.ts';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { type Bill, billed, day, feesOf, stepsOf } from './bills.ts';

let backend: TestBackend;
let runner: Runner;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2027-03-01T18:00Z' });
  runner = openRunner(backend);
  await runner.turn([collect]);
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await runner.close();
  await backend.stop();
});

/** The run of a day, as a server does it at noon there. */
async function runOn(date: CalendarDate) {
  backend.moveTo(`${date}T20:00Z`);
  await runner.turn([collect, sendTheLetters]);
}

/** 2027-03-02, a Tuesday: day 31 is Friday 2 April, day 61 Sunday 2 May. */
const dueOn = day('2027-03-02');

describe('a bill that nobody pays', () => {
  it('is past due and has its fee on day 31 and not the day before, once', async () => {
    const bill = await billed(backend, { dueOn });
    await runOn(addDays(dueOn, 30));
    expect(await stepsOf(backend, bill)).toEqual([]);
    expect(await feesOf(backend, bill)).toEqual([]);
    await runOn(addDays(dueOn, 31));
    expect(await stepsOf(backend, bill)).toEqual(['past_due 2027-04-02', 'late_fee 2027-04-02']);
    await runOn(day('2027-04-05'));
    expect(await feesOf(backend, bill)).toEqual([500]);
  });

  it('has one fee for a statement on an account, whatever stands on it', async () => {
    const bill = await billed(backend, { dueOn });
    const beside = await billed(backend, { dueOn, beside: bill });
    await runOn(addDays(dueOn, 31));
    expect(await feesOf(backend, bill)).toEqual([500]);
    expect(await stepsOf(backend, beside)).toContain('past_due 2027-04-02');
  });

  it('earns no fee where it is a fee itself, and none while the insurer has not answered', async () => {
    const fee = await billed(backend, { dueOn, kind: 'late_fee' });
    const pending = await billed(backend, { dueOn, insurance: 'pending' });
    await runOn(addDays(dueOn, 31));
    expect(await feesOf(backend, fee)).toEqual([40_000].slice(0, 1));
    expect(await stepsOf(backend, fee)).toEqual(['past_due 2027-04-02']);
    expect(await stepsOf(backend, pending)).toEqual([]);
  });
});

it('goes its whole way, each step on the first business day from its day on', async () => {
  const bill = await billed(backend, { dueOn });
  // Day 90 of the bill is Saturday 1 May: its notice leaves on Monday, and nothing follows for 30 days.
  for (const days of [30, 31, 60, 62, 90, 91, 92, 184, 185]) {
    await runOn(addDays(dueOn, days));
  }
  expect(await stepsOf(backend, bill)).toEqual([
    'past_due 2027-04-02',
    'late_fee 2027-04-02',
    'referral 2027-05-03',
    'extraordinary_action 2027-06-02',
    'service_hold 2027-09-03',
  ]);
});

it('is lifted when it is paid or held', async () => {
  const bill: Bill = await billed(backend, { dueOn });
  await runOn(addDays(dueOn, 31));
  await backend.pool.query(
    'INSERT INTO dispute (dispute_id, charge_id, guarantor_id, opened_on) VALUES ($1, $2, $3, $4)',
    [randomUUID(), bill.chargeId, bill.guarantorId, '2027-04-05'],
  );
  await runOn(day('2027-04-05'));
  await backend.pool.query('UPDATE dispute SET closed_on = $2 WHERE charge_id = $1', [
    bill.chargeId,
    '2027-04-07',
  ]);
  await runOn(day('2027-04-07'));
  await runOn(day('2027-04-08'));
  expect(await stepsOf(backend, bill)).toEqual([
    'past_due 2027-04-02',
    'late_fee 2027-04-02',
    'lifted 2027-04-05 dispute',
    'resumed 2027-04-08',
  ]);
});
