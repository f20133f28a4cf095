import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openEmptyDatabase } from '#tools/plans-life/empty-database.ts';
import { shortCalendar } from '#tools/plans-life/life-calendar.ts';
import { live } from '#tools/plans-life/live.ts';
import type { LifeReport } from '#tools/plans-life/report.ts';

let report: LifeReport;
beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'remit-lives-'));
  const { databaseUrl, stop } = await openEmptyDatabase(folder);
  try {
    report = await live({
      databaseUrl,
      plans: 25,
      months: 13,
      seed: '145',
      calendar: shortCalendar,
    });
  } finally {
    await stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}, 420_000);

test('payments, misses, returns, payoffs and defaults really happened', () => {
  expect(report.plans).toBe(25);
  expect(Object.keys(report.habits).length).toBeGreaterThanOrEqual(7);
  expect(report.payments.card).toBeGreaterThan(20);
  expect(report.payments.ach).toBeGreaterThan(20);
  expect(report.payments.returned).toBeGreaterThan(0);
  expect(report.missed).toBeGreaterThan(0);
  expect(report.paidAsAgreed).toBeGreaterThan(0);
  expect(report.paidOffEarly).toBeGreaterThan(0);
  expect(report.paused).toBeGreaterThan(0);
  expect(report.states.defaulted).toBeGreaterThan(0);
});

test('the ledger stays at 0, and every plan stands where its schedule says, to the cent, in every month', () => {
  expect(report.standingsChecked).toBe(25 * 13);
  expect(report.found).toEqual([]);
  expect(report).toMatchObject({
    ledgerDifferences: 0,
    runDifferenceCents: 0,
    scheduleDifferenceCents: 0,
    paymentsAstray: 0,
    endedWrongly: 0,
    stuck: 0,
  });
});
