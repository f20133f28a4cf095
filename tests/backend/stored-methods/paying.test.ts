import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import type { PaymentOrder } from '#shared/contract/payments.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { debitOrder } from '#tests/support/debit-order.ts';
import { autopayByAccount, keepCard, keptCard, methodsOf } from '#tests/support/kept-methods.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let call: VerifiedCall;

beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-24T18:00Z' });
  call = await verifiedCall(await backend.signIn());
});
afterEach(() => backend.stop());

const count = async (sql: string) => Number((await backend.pool.query(sql)).rows[0].n);
const charges = () => count('SELECT count(*) n FROM sandbox_processor.charge');

/** An order for an amount by what is kept. */
function byKept(amountCents: number, methodId: string, of = call): Promise<PaymentOrder> {
  return of.order(amountCents, { method: { kind: 'stored_card', methodId } });
}

const refusalOf = async (order: PaymentOrder, of = call) => {
  const answer = await of.pay(order);
  return answer.ok ? answer.value.state : answer.problem.code;
};

describe('a card that is kept', () => {
  test('pays on a call, again and again, each time once, and the desk never sees its token', async () => {
    const kept = await keptCard(call);
    expect(kept).toMatchObject({
      method: { kind: 'card', brand: 'visa', last4: '4242' },
      goodThrough: '2032-12',
      standing: 'good',
      usedBy: 0,
    });
    expect(JSON.stringify(kept)).not.toMatch(/crd_|tok_|token/);
    const key = newKey();
    const order = await byKept(10_000, kept.methodId);
    const first = await call.pay(order, key);
    expect(first).toMatchObject({ ok: true, value: { state: 'approved', key } });
    expect(JSON.stringify(first)).not.toMatch(/crd_|tok_/);
    expect(await call.pay(order, key)).toEqual(first);
    expect(await refusalOf(await byKept(5_000, kept.methodId))).toBe('approved');
    expect(await charges()).toBe(2);
    expect(
      await count(
        `SELECT count(*) n FROM sandbox_processor.attempt WHERE credential = 'kept_by_customer'`,
      ),
    ).toBe(2);
    expect(
      await count(`SELECT count(*) n FROM payment WHERE stored_method_id = '${kept.methodId}'`),
    ).toBe(2);
    expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  });

  test('is answered for by its key when the processor was silent, and charged once', async () => {
    const kept = await keptCard(call);
    await backend.orderFault({ kind: 'time_out_after_acting' });
    const key = newKey();
    const answer = await call.pay(await byKept(10_000, kept.methodId), key);
    expect((await backend.faults())[0]?.happened).toBe(1);
    expect(answer).toMatchObject({ value: { state: 'unknown' } });
    await expect
      .poll(async () => (await call.desk.value('payment', { params: { key } })).state)
      .toBe('approved');
    expect(await charges()).toBe(1);
  });

  test('is refused once its month is over where its guarantor lives, and said to be in its last before', async () => {
    const kept = await keptCard(call, { goodThrough: '2026-11' });
    expect(kept.standing).toBe('last_month');
    // Still November in California, December in London.
    backend.moveTo('2026-12-01T07:30Z');
    const late = await verifiedCall(await backend.signIn());
    expect(await refusalOf(await byKept(10_000, kept.methodId, late), late)).toBe('approved');
    backend.moveTo('2026-12-01T08:30Z');
    expect((await methodsOf(late))[0]?.standing).toBe('expired');
    expect(await refusalOf(await byKept(5_000, kept.methodId, late), late)).toBe(
      'stored_card_expired',
    );
    expect(await charges()).toBe(1);
  });

  test('pays for nobody but its guarantor, and not for a guest', async () => {
    const kept = await keptCard(call);
    const other = await verifiedCall(await backend.signIn(), personas.hannah);
    expect(await refusalOf(await byKept(1_000, kept.methodId, other), other)).toBe(
      'method_not_found',
    );
    expect(await methodsOf(other)).toEqual([]);
    const guest = await verifiedCall(
      await backend.signIn('r.ames'),
      personas.marisol,
      'guest_payer',
    );
    expect(await refusalOf(await byKept(1_000, kept.methodId, guest), guest)).toBe(
      'method_not_found',
    );
    const { verificationId } = guest;
    expect(await guest.desk.ask('storedMethods', { params: { verificationId } })).toMatchObject({
      problem: { code: 'not_verified' },
    });
    expect(await charges()).toBe(0);
  });

  test('is not tried again after a hard decline, whatever it was taken by', async () => {
    const kept = await keptCard(call, { number: '4000000000009979' });
    expect(await refusalOf(await byKept(10_000, kept.methodId))).toBe('declined');
    expect(await refusalOf(await byKept(10_000, kept.methodId))).toBe('retry_refused');
  });

  test('is kept once, however often the same is asked, and the capture pays no more', async () => {
    const methodId = randomUUID();
    const token = await call.capture();
    const { verificationId } = call;
    const consent = {
      wordingVersion: '2026-11',
      language: 'es',
      recordingReference: 'REC-20261124-0042',
      agreedAt: '2026-11-24T18:00:00.000Z',
    } as const;
    const ask = () =>
      call.desk.ask('keepMethod', {
        params: { methodId },
        body: { verificationId, token, consent },
      });
    await backend.orderFault({ kind: 'time_out_after_acting', on: 'store' });
    expect(await ask()).toMatchObject({ problem: { code: 'unavailable' } });
    expect((await backend.faults())[0]?.happened).toBe(1);
    expect(await methodsOf(call)).toEqual([]);
    const answers = await Promise.all([ask(), ask(), ask()]);
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { methodId } });
    expect(await methodsOf(call)).toHaveLength(1);
    expect(await refusalOf(await call.order(1_000, { method: { kind: 'card', token } }))).toBe(
      'token_unknown',
    );
    const other = await verifiedCall(await backend.signIn(), personas.hannah);
    expect(await keepCard(other, { methodId })).toMatchObject({ problem: { code: 'key_reused' } });
  });
});

describe('a bank account that is kept', () => {
  test('is debited once more by an authorisation of its own, for this debit alone', async () => {
    const { methodId } = await autopayByAccount(call, backend.now());
    const [kept] = await methodsOf(call);
    expect(kept).toMatchObject({ methodId, method: { kind: 'ach', last4: '5516' }, usedBy: 1 });
    const { method } = await debitOrder(backend, call, 10_000);
    if (method.kind !== 'ach') throw new Error('no debit');
    const { authorisation } = method;
    const order = (changes: Partial<typeof authorisation> = {}) =>
      call.order(10_000, {
        method: { kind: 'stored_ach', methodId, authorisation: { ...authorisation, ...changes } },
        duplicateAcknowledged: true,
      });
    expect(await refusalOf(await order({ acknowledged: ['amount'] }))).toBe(
      'authorisation_incomplete',
    );
    expect(await refusalOf(await order())).toBe('approved');
    expect(await refusalOf(await order())).toBe('approved');
    expect(await count('SELECT count(*) n FROM tel_authorisation')).toBe(2);
    await backend.pool.query(
      `INSERT INTO blocked_bank_account SELECT fingerprint, 'R02', kept_at FROM stored_method`,
    );
    expect((await methodsOf(call))[0]?.standing).toBe('blocked');
    expect(await refusalOf(await order())).toBe('bank_account_blocked');
    expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  });
});
