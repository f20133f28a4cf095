import { afterAll, beforeAll, expect, it } from 'vitest';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import { debit } from '#tests/support/ach-desk.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let runner: Runner;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  runner = openRunner(backend);
});
afterAll(async () => {
  await runner.close();
  await backend.stop();
});

async function turnAt(instant: string) {
  backend.moveTo(instant);
  return runner.turn();
}

it('the runs of a week send a debit, settle it, and take back what the bank returns', async () => {
  const kept = await debit(backend, personas.marisol, 9_000, '70031842975516', '2026-11-24');
  const back = await debit(backend, personas.marisol, 2_000, '70031842977701', '2026-11-24');
  await turnAt('2026-11-24T16:50-08:00');
  expect(await stateOf(backend.pool, kept)).toBe('approved');
  const lines = (await turnAt('2026-11-24T17:01-08:00')).map(run => run.line);
  expect(lines.join('\n')).toContain('2026-11-24 NCAL ach_origination: 2 done, $110.00');
  expect(await stateOf(backend.pool, kept)).toBe('originated');
  await turnAt('2026-11-25T06:01-08:00');
  expect(await stateOf(backend.pool, kept)).toBe('settled');
  expect(await stateOf(backend.pool, back)).toBe('settled');
  await turnAt('2026-11-30T06:01-08:00');
  expect(await stateOf(backend.pool, kept)).toBe('settled');
  expect(await stateOf(backend.pool, back)).toBe('returned');
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
});
