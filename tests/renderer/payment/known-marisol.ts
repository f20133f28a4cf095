import { summarise } from '#shared/balance/summarise.ts';
import type { Balance } from '#shared/billing/balance.ts';
import { marisol, today } from '#tests/shared/balance/marisol.ts';
import type { KnownBalance } from '../../../renderer/call/balance/use-balance.ts';

/** Marisol's balance as the page knows it: $1,284.60 open, $312.40 of it past due. */
export function knownMarisol(changes: Partial<Balance> = {}): KnownBalance {
  const balance = { ...marisol, ...changes };
  return { balance, source: 'backend', summary: summarise(balance, today), today };
}
