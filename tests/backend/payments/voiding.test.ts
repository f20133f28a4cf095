import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { expectStateToBecome } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';

let backend: TestBackend;
let call: VerifiedCall;
beforeEach(async () => {
  backend = await startTestBackend();
  call = await verifiedCall(await backend.signIn());
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await backend.stop();
});

const asked = (key: string) => ({ params: { key }, body: { reason: 'wrong account' } });

async function paid(): Promise<string> {
  const key = newKey();
  expect(await call.pay(await call.order(2_000), key)).toMatchObject({
    value: { state: 'approved' },
  });
  return key;
}

describe('voiding a payment', () => {
  it('gives the money back, opens the charges again and reverses the ledger', async () => {
    const before = await call.balance();
    const key = await paid();
    const voided = await call.desk.value('voidPayment', asked(key));
    expect(voided).toMatchObject({ key, state: 'voided' });
    const after = await call.balance();
    expect(after.accounts).toEqual(before.accounts);
    expect(after.charges).toEqual(before.charges);
    expect(await processorCharges(backend.pool)).toMatchObject([
      { key, voided_at: expect.any(String) },
    ]);
    expect(await call.desk.value('voidPayment', asked(key))).toEqual(voided);
  });

  it('is for whoever took it, or a supervisor', async () => {
    const key = await paid();
    const voidAs = async (who: SignedIn) => {
      const answer = await who.ask('voidPayment', asked(key));
      return answer.ok ? answer.value.state : answer.problem.code;
    };
    expect(await voidAs(await backend.signIn('c.okafor'))).toBe('not_allowed');
    expect(await voidAs(await backend.signIn('s.lindqvist'))).toBe('voided');
  });

  it('is too late after the cut-off', async () => {
    const key = await paid();
    backend.later(4 * 24 * 3_600_000);
    const desk = await backend.signIn();
    const answer = await desk.ask('voidPayment', asked(key));
    expect(answer).toMatchObject({ ok: false, problem: { code: 'too_late_to_void' } });
  });

  it('is not for a payment that was declined, nor for one nobody knows', async () => {
    const key = newKey();
    const token = await call.capture('4000000000000002');
    await call.pay(await call.order(2_000, { method: { kind: 'card', token } }), key);
    const declined = await call.desk.ask('voidPayment', asked(key));
    expect(declined).toMatchObject({ ok: false, problem: { code: 'not_voidable' } });
    const unknown = await call.desk.ask('voidPayment', asked(newKey()));
    expect(unknown).toMatchObject({ ok: false, problem: { code: 'payment_not_found' } });
  });

  it('is finished later when the answer of the processor is lost', async () => {
    const key = await paid();
    await backend.orderFault({ kind: 'time_out_after_acting', on: 'void' });
    const answer = await call.desk.ask('voidPayment', asked(key));
    expect(await backend.faults()).toMatchObject([{ happened: 1 }]);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'unavailable' } });
    backend.later(4_000);
    await expectStateToBecome(backend.pool, key, 'voided');
  });
});
