import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import { type BankVault, bankVault } from '#backend/vault/bank-vault.ts';
import { keepStandingAccount } from '#backend/vault/keep-standing-account.ts';
import { openBankAccount } from '#backend/vault/open-bank-account.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { debitOrder, payersAccount, payersBank } from '#tests/support/debit-order.ts';
import { everythingKept } from '#tests/support/everything-kept.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let db: Database;
let vault: BankVault;
const faults: unknown[] = [];
beforeAll(async () => {
  backend = await startTestBackend({
    at: '2026-11-24T10:00-08:00',
    report: fault => faults.push(fault),
  });
  db = connect(openPool(backend.databaseUrl, 1));
  vault = bankVault(backend.secrets.vaultKey);
});
afterAll(async () => {
  await db.destroy();
  await backend.stop();
});

const keep = async (changes: object) =>
  (await backend.signIn()).ask('keepBankAccount', { body: { ...payersAccount, ...changes } });

describe('the vault of bank accounts', () => {
  it('names the bank and the last four digits, and gives no more of the number', async () => {
    const answer = await keep({});
    expect(answer).toMatchObject({
      ok: true,
      status: 201,
      value: { accountKind: 'checking', bankName: payersBank.name, last4: '5516' },
    });
    expect(JSON.stringify(answer)).not.toContain(payersAccount.accountNumber);
  });

  it('shows no more than half of a short number', async () => {
    expect(await keep({ accountNumber: '9753' })).toMatchObject({ value: { last4: '53' } });
    expect(await keep({ accountNumber: '975318' })).toMatchObject({ value: { last4: '318' } });
  });

  it('keeps no account number that can be read, in no table, and opens it for the bank’s file alone', async () => {
    const call = await verifiedCall(await backend.signIn());
    const { token } = await call.desk.value('keepBankAccount', { body: payersAccount });
    const key = newKey();
    const order = await debitOrder(backend, call, 1_200, { token });
    const answer = await call.pay(order, key);
    expect(answer).toMatchObject({ ok: true });
    expect(JSON.stringify(answer)).not.toContain(payersAccount.accountNumber);
    const everything = await everythingKept(backend.pool);
    expect(everything).toContain(token);
    const asBytes = Buffer.from(payersAccount.accountNumber).toString('hex');
    for (const text of [
      payersAccount.accountNumber,
      asBytes,
      payersAccount.accountNumber.slice(-8),
    ]) {
      expect(everything).not.toContain(text);
    }

    const { accountNumber, routingNumber, accountKind, holderName } = payersAccount;
    const opened = { accountNumber, routingNumber, accountKind, holderName };
    expect(await openBankAccount(db, vault, token)).toEqual(opened);
    expect(await openBankAccount(db, vault, 'bank_nobody_knows')).toBeUndefined();
    const strange = bankVault('another key of at least thirty-two characters');
    await expect(openBankAccount(db, strange, token)).rejects.toThrow();
    await backend.pool.query(
      `UPDATE bank_account SET account_number_sealed = (SELECT account_number_sealed FROM bank_account
         WHERE token <> $1 LIMIT 1) WHERE token = $1`,
      [token],
    );
    await expect(openBankAccount(db, vault, token)).rejects.toThrow();
  });

  it.each([
    ['whose routing number fails the sum', { routingNumber: '121042883' }, 'routing_number_wrong'],
    ['whose routing number is all zeros', { routingNumber: '000000000' }, 'routing_number_wrong'],
    [
      'whose routing number begins as none does',
      { routingNumber: '990000007' },
      'routing_number_wrong',
    ],
    ['at a bank nobody knows', { routingNumber: '011000015' }, 'bank_unknown'],
    ['with a routing number of eight digits', { routingNumber: '12104288' }, 'bad_request'],
    ['with letters in its number', { accountNumber: '70031842O75516' }, 'bad_request'],
    ['of eighteen digits', { accountNumber: '700318429755160001' }, 'bad_request'],
    ['of three digits', { accountNumber: '123' }, 'bad_request'],
    ['of nothing but zeros', { accountNumber: '00000000' }, 'bad_request'],
    ['whose number was typed as a name', { holderName: '70031842975516' }, 'bad_request'],
    ['of no kind that is debited', { accountKind: 'loan' }, 'bad_request'],
  ])('refuses an account %s, and repeats nothing of it', async (_which, changes, code) => {
    const answer = await keep(changes);
    expect(answer).toMatchObject({ ok: false, problem: { code } });
    expect(JSON.stringify(answer)).not.toMatch(/\d{6}/);
    expect(faults).toEqual([]);
  });

  it('spends an account on an authorisation once, opens it as long as that stands, and lets it pay nothing else', async () => {
    const call = await verifiedCall(await backend.signIn());
    const account = { ...payersAccount, accountNumber: '80031842975599' };
    const { token } = await call.desk.value('keepBankAccount', { body: account });
    const spend = (workstationId = call.desk.workstationId) =>
      keepStandingAccount(db, token, {
        usedBy: newKey(),
        workstationId,
        now: instantOf(backend.now()),
      });
    expect(await spend(randomUUID())).toBeUndefined();
    expect(await spend()).toMatchObject({ bankName: payersBank.name, last4: '5599' });
    expect(await spend()).toBeUndefined();
    expect(await call.pay(await debitOrder(backend, call, 1_300, { token }))).toMatchObject({
      problem: { code: 'token_unknown' },
    });
    backend.later(24 * 60 * 60_000);
    await keep({});
    expect(await openBankAccount(db, vault, token)).toMatchObject({
      accountNumber: account.accountNumber,
    });
  });

  it('forgets an account that nobody used', async () => {
    await keep({ accountNumber: '4455667788' });
    backend.later(20 * 60_000);
    await keep({});
    const { rows } = await backend.pool.query("SELECT FROM bank_account WHERE last4 = '7788'");
    expect(rows).toHaveLength(0);
  });
});
