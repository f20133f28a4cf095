import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fault } from '#backend/sandbox/processor/faults.ts';
import { personas } from '#backend/seed/personas.ts';
import { isOpen, PaymentState } from '#shared/payments/states.ts';
import { cards, newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend({ processorTimeoutMs: 400, resolveEveryMs: 40 });
  call = await verifiedCall(await backend.signIn(), personas.leilani);
});
afterAll(() => backend.stop());

type Order = Awaited<ReturnType<VerifiedCall['order']>>;
interface Sent {
  readonly key: string;
  readonly order: Order;
}

/** What people, lines and processors do to payments. Each works on what was sent before it. */
type Step =
  | { do: 'pay'; amount: number; card: keyof typeof cards; during: Fault['kind'] | undefined }
  | { do: 'send_again' | 'abandon' | 'void' | 'wait'; which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('pay' as const),
    amount: fc.integer({ min: 1, max: 400 }),
    card: fc.constantFrom('approved', 'alsoApproved', 'insufficientFunds'),
    during: fc.constantFrom(
      undefined,
      undefined,
      'time_out_after_acting',
      'time_out_before_acting',
      'answer_twice',
      'server_error',
      'nonsense',
    ),
  }),
  fc.record({
    do: fc.constantFrom('send_again', 'abandon', 'void', 'wait'),
    which: fc.nat({ max: 20 }),
  }),
);

async function pay(sent: Sent[], { amount, card, during }: Step & { do: 'pay' }) {
  if (during) await backend.orderFault({ kind: during });
  const token = await call.capture(cards[card]);
  const order = await call.order(amount, {
    method: { kind: 'card', token },
    duplicateAcknowledged: true,
  });
  const key = newKey();
  sent.push({ key, order });
  await call.pay(order, key);
}

async function walk(steps: readonly Step[]): Promise<void> {
  const sent: Sent[] = [{ key: newKey(), order: await call.order(1) }];
  for (const each of steps) {
    if (each.do === 'pay') await pay(sent, each);
    else {
      const { key, order } = sent[each.which % sent.length] as Sent;
      const params = { key };
      if (each.do === 'send_again') await call.pay(order, key);
      if (each.do === 'abandon') await call.desk.ask('abandonPayment', { params });
      if (each.do === 'void') {
        await call.desk.ask('voidPayment', { params, body: { reason: 'a walk' } });
      }
      if (each.do === 'wait') backend.later(3_500);
    }
  }
  await backend.forgetFaults();
  for (const { key } of sent) {
    const isSettled = async () => {
      backend.later(500);
      const state = PaymentState.safeParse(await stateOf(backend.pool, key));
      return !state.success || !isOpen(state.data);
    };
    await expect.poll(isSettled).toBe(true);
  }
  await expectBooksToAgree(backend.pool);
}

it('whatever happens to payments, in whatever order, the three books agree in the end', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), walk), {
    numRuns: 8,
    endOnFailure: true,
  });
});
