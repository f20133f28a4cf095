import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyTemplate } from '#tests/support/test-backend.ts';
import { storm } from '#tools/faults/storm.ts';

/** Another storm, or one that failed once more. */
const { STORM_SEED: seed = '2026' } = process.env;

/** What a person knows these faults by, and how each may be counted. */
const mustHappen = {
  'requests lost before they arrived': ['drop_before', 'status_500', 'status_429', 'nonsense'],
  'answers lost': ['drop_after', 'truncate', 'status_500_after', 'reset'],
  'requests late, twice or out of order': [
    'deliver_late',
    'duplicate',
    'duplicate_late',
    'reorder',
  ],
  'slow lines': ['delay', 'hold_reply'],
  'desks killed': ['desk_killed'],
  'backends killed': ['backend_killed'],
  'wrong clocks': ['clock_jump_desk', 'clock_jump_backend'],
  'journals that cannot be written': ['disk_full', 'database_locked'],
};

test('sixty payments through a storm: every charge and debit is made once and known to its desk, to the cent', async () => {
  const { databaseUrl, drop } = await copyTemplate();
  const folder = mkdtempSync(join(tmpdir(), 'remit-storm-'));
  const options = { databaseUrl, folder, payments: 60, seed, intensity: 5 };
  const { faults, ...report } = await storm(options);
  for (const [what, kinds] of Object.entries(mustHappen)) {
    const happened = kinds.reduce((sum, kind) => sum + (faults[kind] ?? 0), 0);
    expect(happened, what).toBeGreaterThan(0);
  }
  expect(report.attempts).toBe(60);
  expect(report.approved + report.declined + report.notCharged).toBe(60);
  expect(report.bankDebits).toBeGreaterThan(0);
  expect(report.cardCharges).toBeGreaterThan(0);
  expect(report.keptCardCharges).toBeGreaterThan(0);
  expect(report.arrivals).toBeGreaterThan(0);
  expect(report.processorCharges).toBe(report.approved);
  expect(report, `the books after the storm of seed ${seed}`).toMatchObject({
    keys: [],
    unknownAtEnd: 0,
    doubleCharges: 0,
    lostCharges: 0,
    approvedWithoutCharge: 0,
    disagreements: 0,
    lostExpected: 0,
    mispostedArrivals: 0,
    ledgerDifferenceCents: 0,
  });
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  await drop();
}, 300_000);
