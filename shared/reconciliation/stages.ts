import { z } from 'zod';
import { ArrivingKind, type PaymentMethod } from '../billing/payment-method.ts';

/**
 * What happens to money on a business day, in its order. `posted` is a card payment's posting and a debit's entry in
 * a file of the bank.
 */
export const Stage = z.enum(['taken', 'voided', 'posted', 'settled', 'returned', 'refunded']);
export type Stage = z.infer<typeof Stage>;

export const MethodKind = z.enum(['card', 'ach', ...ArrivingKind.options]);
export type MethodKind = PaymentMethod['kind'];

const outside: Readonly<Record<'card' | 'ach' | 'arriving', readonly Stage[]>> = {
  card: ['taken', 'voided', 'settled', 'refunded'],
  ach: ['posted', 'settled', 'returned', 'refunded'],
  arriving: ['taken', 'refunded'],
};

/**
 * Whether somebody outside keeps a record of this: the card processor, the bank's files, its statement, or the
 * register of checks and wires. The processor hears of no posting, and the bank of no debit before its file.
 */
export function isKeptOutside(stage: Stage, method: MethodKind): boolean {
  return outside[method === 'card' || method === 'ach' ? method : 'arriving'].includes(stage);
}
