import { expect } from 'vitest';
import type { PaymentState } from '#shared/payments/states.ts';
import { newKey, type VerifiedCall } from './backend-call.ts';
import type { TestBackend } from './test-backend.ts';

/** Moves a payment on to settled, as the runs of its days do; one of a card unless told otherwise. */
export async function settle(
  { pool, now }: TestBackend,
  key: string,
  states: readonly PaymentState[] = ['posted', 'settled'],
): Promise<void> {
  for (const state of states) {
    await pool.query('UPDATE payment SET state = $2, state_at = $3 WHERE key = $1', [
      key,
      state,
      new Date(now()).toISOString(),
    ]);
  }
}

/** A card payment of this call that has settled: its key. */
export async function paySettled(
  backend: TestBackend,
  call: VerifiedCall,
  amountCents: number,
): Promise<string> {
  const key = newKey();
  const order = await call.order(amountCents, { duplicateAcknowledged: true });
  expect(await call.pay(order, key)).toMatchObject({ value: { state: 'approved' } });
  await settle(backend, key);
  return key;
}
