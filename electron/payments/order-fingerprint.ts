import { createHash } from 'node:crypto';
import type { PaymentOrder } from '#shared/contract/payments.ts';

/** A hash of what was ordered, without the card's token: tells two orders under one key apart. */
export function orderFingerprint({ method, ...order }: PaymentOrder): string {
  const parts = Object.entries({ ...order, method: method.kind }).sort(([left], [right]) =>
    left.localeCompare(right),
  );
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
