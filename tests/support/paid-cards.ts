import { newKey, verifiedCall } from './backend-call.ts';
import type { TestBackend } from './test-backend.ts';

/** Card payments of different amounts, approved one after the other on one call; their keys and the call. */
export async function paidCards(backend: TestBackend, amounts: readonly number[]) {
  const call = await verifiedCall(await backend.signIn());
  const keys: string[] = [];
  for (const amount of amounts) {
    const key = newKey();
    const paid = await call.pay(await call.order(amount), key);
    if (!paid.ok) throw new Error(`Not paid: ${paid.problem.code}`);
    keys.push(key);
  }
  return { call, keys };
}
