import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { TelElement } from '#shared/ach/tel-authorisation.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import {
  type Agreed,
  captureAccount,
  debitOrder,
  payersAccount,
} from '#tests/support/debit-order.ts';
import { everythingKept } from '#tests/support/everything-kept.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  call = await verifiedCall(await backend.signIn());
});
afterAll(() => backend.stop());

async function codeOf(order: Awaited<ReturnType<typeof debitOrder>>, key = newKey()) {
  const answer = await call.pay(order, key);
  return answer.ok ? answer.value.state : answer.problem.code;
}

const refused = async (changes: Agreed) => codeOf(await debitOrder(backend, call, 2_000, changes));

describe('a debit is refused, and nothing is taken,', () => {
  it.each(TelElement.options)('when %s was not acknowledged', async element => {
    const acknowledged = TelElement.options.filter(each => each !== element);
    expect(await refused({ acknowledged })).toBe('authorisation_incomplete');
  });

  it.each([
    ['on a day that has passed', '2026-11-23', 'debit_date_past'],
    ['on a holiday', '2026-11-26', 'debit_date_closed'],
    ['on a Sunday', '2026-11-29', 'debit_date_closed'],
    ['a year and a day from now', '2027-11-25', 'debit_date_too_far'],
  ])('%s', async (_when, debitOn, code) => {
    expect(await refused({ debitOn })).toBe(code);
  });

  it('when another amount was agreed to', async () => {
    expect(await refused({ amountCents: cents(1_999) })).toBe('authorisation_amount_differs');
  });

  it.each([
    ['long before the call', -5 * 60],
    ['later than now', 10],
  ])('when it was agreed to %s', async (_when, minutes) => {
    const agreedAt = instantOf(backend.now() + minutes * 60_000);
    expect(await refused({ agreedAt })).toBe('authorisation_outdated');
  });

  it.each(['4242424242424242', 'REC-004417726789', 'REC-4242-4242-4242-4242', 'somebody said yes'])(
    'when %s is given for a recording, and nothing of it is kept',
    async recordingReference => {
      expect(await refused({ recordingReference })).toBe('recording_reference_wrong');
      expect(await everythingKept(backend.pool)).not.toContain(recordingReference);
    },
  );

  it('when an element is acknowledged twice, or is none that there is', async () => {
    const order = await debitOrder(backend, call, 2_000);
    const acknowledged = [...TelElement.options.slice(1), 'amount'] as TelElement[];
    const method = { ...order.method, authorisation: { ...Object(order.method).authorisation } };
    method.authorisation.acknowledged = acknowledged;
    expect(await codeOf({ ...order, method } as typeof order)).toBe('bad_request');
    method.authorisation.acknowledged = ['weather'];
    expect(await codeOf({ ...order, method } as typeof order)).toBe('bad_request');
  });

  it('with a token of another desk, an old one, or one that nobody knows', async () => {
    const pay = async (token: string) => codeOf(await debitOrder(backend, call, 2_000, { token }));
    expect(await pay('bank_nobody_knows')).toBe('token_unknown');
    const elsewhere = await verifiedCall(await backend.signIn('c.okafor'), personas.otis);
    expect(await pay(await captureAccount(elsewhere))).toBe('token_unknown');
    const card = await call.capture();
    expect(await pay(card)).toBe('token_unknown');
    const old = await captureAccount(call);
    backend.later(16 * 60_000);
    expect(await pay(old)).toBe('token_unknown');
  });

  it('above the balance', async () => {
    expect(await codeOf(await debitOrder(backend, call, 99_999_999))).toBe('amount_over_balance');
  });

  it('for good: the same order under its key is refused again', async () => {
    const key = newKey();
    const order = await debitOrder(backend, call, 2_000, { debitOn: '2026-11-26' });
    expect(await codeOf(order, key)).toBe('debit_date_closed');
    expect(await codeOf(order, key)).toBe('debit_date_closed');
    const { rows } = await backend.pool.query('SELECT key FROM payment WHERE key = $1', [key]);
    expect(rows).toEqual([]);
    await expectBooksToAgree(backend.pool);
  });
});

describe('an account that a bank sent back for good', () => {
  it('is refused as soon as it is captured, under any token, and when it was captured before', async () => {
    const before = await captureAccount(call);
    await backend.pool.query(
      `INSERT INTO blocked_bank_account (fingerprint, return_code, blocked_at)
       SELECT fingerprint, 'R02', now() FROM bank_account WHERE token = $1`,
      [before],
    );
    const order = await debitOrder(backend, call, 2_000, { token: before });
    expect(await codeOf(order)).toBe('bank_account_blocked');
    const again = { ...payersAccount, accountKind: 'savings', holderName: 'M. Vega' } as const;
    expect(await call.desk.ask('keepBankAccount', { body: again })).toMatchObject({
      problem: { code: 'bank_account_blocked' },
    });
    const other = await captureAccount(call, { accountNumber: '70031842975517' });
    expect(await codeOf(await debitOrder(backend, call, 2_000, { token: other }))).toBe('approved');
  });
});
