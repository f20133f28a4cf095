import type { OpenCall } from '#shared/desk/open-call.ts';
import type { Cents } from '#shared/money/cents.ts';

/**
 * What a permission was given for. Another card, another amount or another attempt needs its own: the
 * caller said yes to this sentence and no other.
 */
export function permissionFor(
  { card, attempts }: Pick<OpenCall, 'card' | 'attempts'>,
  amountCents: Cents,
): string {
  return [card?.brand, card?.last4, card?.goodThrough, amountCents, attempts.length].join(' ');
}
