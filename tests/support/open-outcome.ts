import { expect } from 'vitest';
import { newKey, type VerifiedCall } from './backend-call.ts';
import { expectStateToBecome } from './payment-state.ts';
import type { TestBackend } from './test-backend.ts';

/** When an outcome that nobody knows is asked for again. */
const ASKED_AGAIN_MS = 3_000;

/** A payment that the processor took, or did not, without anybody knowing; it stays so until `learn`. */
export interface OpenOutcome {
  readonly key: string;
  /** Lets the processor answer again, and waits for what it says. */
  learn(state: 'approved' | 'not_charged'): Promise<void>;
}

export async function payUnknown(
  backend: TestBackend,
  call: VerifiedCall,
  amountCents: number,
  charged: boolean,
): Promise<OpenOutcome> {
  const kind = charged ? 'time_out_after_acting' : 'time_out_before_acting';
  await backend.orderFault({ kind });
  await backend.orderFault({ kind: 'server_error', on: 'find', times: 1_000 });
  const key = newKey();
  const order = await call.order(amountCents, { duplicateAcknowledged: true });
  expect(await call.pay(order, key)).toMatchObject({ ok: true, value: { state: 'unknown' } });
  expect((await backend.faults())[0]).toMatchObject({ kind, happened: 1 });
  return {
    key,
    async learn(state) {
      await backend.forgetFaults();
      backend.later(ASKED_AGAIN_MS);
      await expectStateToBecome(backend.pool, key, state);
    },
  };
}
