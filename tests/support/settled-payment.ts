import { expect } from 'vitest';
import { newKey, type VerifiedCall } from './backend-call.ts';
import type { TestBackend } from './test-backend.ts';

/** Moves a payment of a card on to settled, as the posting of its day does. */
export async function settle({ pool, now }: TestBackend, key: string): Promise<void> {
  for (const state of ['posted', 'settled']) {
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
