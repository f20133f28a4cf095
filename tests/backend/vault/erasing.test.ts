import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import { eraseAccounts } from '#backend/runs/vault/erase.ts';
import { personas } from '#backend/seed/personas.ts';
import { bankVault } from '#backend/vault/bank-vault.ts';
import { openBankAccount } from '#backend/vault/open-bank-account.ts';
import { agreementTo, type Terms } from '#tests/backend/authorisations/agreed.ts';
import { debit } from '#tests/support/ach-desk.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { captureAccount, payersBank } from '#tests/support/debit-order.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

const NUMBER = '70031842975516';
/** Settled on 2026-11-25: two years and 65 days on, nobody can come back to it. */
const LAST_NEEDED = '2029-01-29T21:00-08:00';
const NEEDED_NO_MORE = '2029-02-01T21:00-08:00';

let backend: TestBackend;
let runner: Runner;
let db: Database;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00', resolveEveryMs: 60_000 });
  runner = openRunner(backend);
  db = connect(openPool(backend.databaseUrl, 2));
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await db.destroy();
  await runner.close();
  await backend.stop();
});

const vault = () => bankVault(backend.secrets.vaultKey);

async function eraseAt(instant: string) {
  backend.moveTo(instant);
  const told = await runner.turn([eraseAccounts]);
  return told.find(run => run.region === 'NCAL')?.line;
}

async function settledDebit(): Promise<{ key: string; token: string }> {
  const key = await debit(backend, personas.marisol, 9_000, NUMBER, '2026-11-24');
  backend.moveTo('2026-11-24T17:01-08:00');
  await runner.turn();
  backend.moveTo('2026-11-25T07:01-08:00');
  await runner.turn();
  const { rows } = await backend.pool.query(
    'SELECT state, bank_token FROM payment WHERE key = $1',
    [key],
  );
  expect(rows[0].state).toBe('settled');
  return { key, token: rows[0].bank_token };
}

const shown = async (token: string) => {
  const { rows } = await backend.pool.query(
    `SELECT bank_name, last4, account_number_sealed IS NULL AS gone, erased_at IS NOT NULL AS said
     FROM bank_account WHERE token = $1`,
    [token],
  );
  return rows[0];
};

describe('the number of a debit that is over', () => {
  it('stays as long as it may come back, and two years more; then it is erased, and bank and ending stay', async () => {
    const { token } = await settledDebit();
    expect(await eraseAt(LAST_NEEDED)).toContain('vault_erasure: 0 done, $0.00');
    expect(await openBankAccount(db, vault(), token)).toMatchObject({ accountNumber: NUMBER });
    expect(await eraseAt(NEEDED_NO_MORE)).toContain('vault_erasure: 1 done, $0.00');
    expect(await openBankAccount(db, vault(), token)).toBeUndefined();
    const bank = { bank_name: payersBank.name, last4: '5516' };
    expect(await shown(token)).toEqual({ ...bank, gone: true, said: true });
  });

  it('goes from the texts of the files, too', async () => {
    await settledDebit();
    const kept = async () =>
      (await backend.pool.query('SELECT sealed IS NOT NULL AS kept FROM ach_file')).rows;
    await eraseAt(LAST_NEEDED);
    expect(await kept()).toEqual([{ kept: true }]);
    await eraseAt(NEEDED_NO_MORE);
    expect(await kept()).toEqual([{ kept: false }]);
  });

  it('is erased once, although several servers start at once, and each run tells its own', async () => {
    await settledDebit();
    await eraseAt(LAST_NEEDED);
    backend.moveTo(NEEDED_NO_MORE);
    const others = [openRunner(backend), openRunner(backend)];
    const told = await Promise.all([runner, ...others].map(each => each.turn([eraseAccounts])));
    await Promise.all(others.map(each => each.close()));
    const done = told.flat().filter(run => run.done > 0);
    expect(done.map(run => run.line)).toEqual([expect.stringContaining('NCAL vault_erasure: 1')]);
  });
});

describe('a number is never erased', () => {
  it('while its debit is not over, however long ago it was agreed to', async () => {
    const key = await debit(backend, personas.marisol, 9_000, NUMBER, '2026-11-24');
    expect(await eraseAt(NEEDED_NO_MORE)).toContain('0 done');
    const { rows } = await backend.pool.query('SELECT bank_token FROM payment WHERE key = $1', [
      key,
    ]);
    expect(await openBankAccount(db, vault(), rows[0].bank_token)).toBeDefined();
  });

  it('while money is to be given back to it', async () => {
    const { key, token } = await settledDebit();
    await backend.pool.query(
      `INSERT INTO refund (refund_key, payment_key, amount_cents, reason, method_kind, state, state_at, asked_at,
         asked_by, workstation_id)
       SELECT $2, key, 100, 'paid too much', 'ach', 'requested', $3, $3, taken_by, workstation_id
       FROM payment WHERE key = $1`,
      [key, randomUUID(), '2026-11-25T18:00Z'],
    );
    expect(await eraseAt(NEEDED_NO_MORE)).toContain('0 done');
    expect(await openBankAccount(db, vault(), token)).toBeDefined();
  });

  it('while an authorisation keeps it for payments to come, and for two years after', async () => {
    const call = await verifiedCall(await backend.signIn());
    const terms: Terms = { kind: 'autopay', ledger: 'medical', capCents: 20_000 };
    const token = await captureAccount(call, { accountNumber: NUMBER });
    const authorisationId = randomUUID();
    await call.desk.value('makeAuthorisation', {
      params: { authorisationId },
      body: {
        verificationId: call.verificationId,
        method: { kind: 'ach', token },
        terms,
        agreement: agreementTo(terms, 'ach', '2026-11-24T18:00:00.000Z'),
      },
    });
    expect(await eraseAt(NEEDED_NO_MORE)).toContain('0 done');
    backend.moveTo('2029-02-02T10:00-08:00');
    await backend.pool.query("SELECT end_authorisation($1, 'revoked', 'asked to', $2)", [
      authorisationId,
      new Date(backend.now()),
    ]);
    expect(await eraseAt('2031-03-03T21:00-08:00')).toContain('0 done');
    expect(await openBankAccount(db, vault(), token)).toMatchObject({ accountNumber: NUMBER });
    expect(await eraseAt('2031-05-01T21:00-07:00')).toContain('1 done');
    expect(await openBankAccount(db, vault(), token)).toBeUndefined();
  });
});

describe('an account that was captured and never used', () => {
  it('is gone with the run of the next day, and not before', async () => {
    const call = await verifiedCall(await backend.signIn());
    backend.moveTo('2026-11-24T21:00-08:00');
    const token = await captureAccount(call);
    expect(await eraseAt('2026-11-25T20:59-08:00')).toBeDefined();
    expect(await shown(token)).toMatchObject({ gone: false });
    await eraseAt('2026-11-27T20:01-08:00');
    expect(await shown(token)).toBeUndefined();
  });
});
