import { createHash } from 'node:crypto';
import type { OrderedMethod, PaymentOrder } from '#shared/contract/payments.ts';

function withoutToken(method: OrderedMethod) {
  if (method.kind === 'card') return method.kind;
  const { kind } = method;
  const stored = 'methodId' in method ? [method.methodId] : [];
  if (!('authorisation' in method)) return [kind, ...stored];
  const agreed = Object.entries(method.authorisation);
  return [kind, ...stored, agreed.sort(([left], [right]) => left.localeCompare(right))];
}

/** A hash of what was ordered, without the token: tells two orders under one key apart. */
export function orderFingerprint({ method, ...order }: PaymentOrder): string {
  const parts = Object.entries({ ...order, method: withoutToken(method) }).sort(([left], [right]) =>
    left.localeCompare(right),
  );
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
