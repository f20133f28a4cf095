import { afterEach, beforeEach, expect, test } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { personas } from '#backend/seed/personas.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { reckon } from '#tools/faults/reckoning.ts';

let backend: TestBackend;
let ach: ReturnType<typeof achOf>;
let key: string;

/** A debit that its desk tells as approved, and the file with it in the hands of the bank. */
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  ach = achOf(backend);
  key = await debit(backend, personas.marisol, 10_000, '70031842975516', '2026-11-24');
  backend.moveTo('2026-11-24T17:05-08:00');
  await originateAch(ach);
});
afterEach(async () => {
  await ach.end();
  await backend.stop();
});

async function reckoned(state: 'approved' | 'voided' = 'approved') {
  const { pool, secrets } = backend;
  const attempt = { key, state, amountCents: 10_000, order: 'order' };
  return reckon({ pool, vaultKey: secrets.vaultKey }, [attempt]);
}

test('a debit that the bank got once is one of its debits, and nothing is wrong', async () => {
  expect(await reckoned()).toMatchObject({
    approved: 1,
    processorCharges: 1,
    cardCharges: 0,
    keptCardCharges: 0,
    bankDebits: 1,
    voidedDebits: 0,
    keys: [],
    ledgerDifferenceCents: 0,
  });
});

test('a file that the bank got twice is a double debit, and the ledger is apart by it', async () => {
  const { rows } = await backend.pool.query('SELECT sealed FROM ach_file');
  await ach.bank.handOver('01909090-0000-7000-8000-000000000000', ach.seal.open(rows[0].sealed));
  expect(await reckoned()).toMatchObject({
    bankDebits: 2,
    doubleCharges: 1,
    keys: [key],
    ledgerDifferenceCents: 10_000,
  });
});

test('an entry that no payment of ours is behind is a lost debit', async () => {
  await backend.pool.query(
    `INSERT INTO sandbox_bank.entry (file_id, trace, amount_cents)
     SELECT file_id, '999999999999999', 700 FROM sandbox_bank.file`,
  );
  expect(await reckoned()).toMatchObject({ lostCharges: 1, ledgerDifferenceCents: 700 });
});

test('a debit that the bank never got is approved without a charge', async () => {
  await backend.pool.query('DELETE FROM sandbox_bank.entry');
  expect(await reckoned()).toMatchObject({
    bankDebits: 0,
    approvedWithoutCharge: 1,
    ledgerDifferenceCents: 10_000,
  });
});

test('a debit that its desk tells as voided, and that the bank got all the same, is a lost one', async () => {
  expect(await reckoned('voided')).toMatchObject({ lostCharges: 1, keys: [key] });
});
