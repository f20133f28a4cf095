import { z } from 'zod';

/**
 * Every state a payment can be in, on the desk and in the backend alike.
 * `ready`: committed, the network has not heard. `sent`: the network may have heard.
 * `unknown`: nobody here knows whether money moved. `not_charged`: proven that none did and none will.
 */
export const PaymentState = z.enum([
  'ready',
  'sent',
  'unknown',
  'approved',
  'declined',
  'not_charged',
  'originated',
  'posted',
  'settled',
  'returned',
  'voided',
  'refunded',
  'expected',
  'received',
  'expired',
]);
export type PaymentState = z.infer<typeof PaymentState>;

/** The only moves there are; both databases hold this table and refuse to write any other. */
export const paymentMoves: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  ready: ['sent', 'not_charged'],
  sent: ['approved', 'declined', 'unknown', 'not_charged'],
  unknown: ['approved', 'declined', 'not_charged'],
  approved: ['posted', 'originated', 'voided'],
  declined: [],
  not_charged: [],
  originated: ['settled', 'returned'],
  posted: ['settled', 'voided'],
  settled: ['refunded', 'returned'],
  returned: [],
  voided: [],
  refunded: [],
  expected: ['received', 'expired'],
  received: ['refunded'],
  expired: [],
};

/** Whether a payment may go from one state to another in one step. */
export function mayMove(from: PaymentState, to: PaymentState): boolean {
  return paymentMoves[from].includes(to);
}

/**
 * The fewest moves that lead from one state to another, the last of them `to`: none when it is there
 * already, undefined when no moves lead there.
 */
export function movesBetween(from: PaymentState, to: PaymentState): PaymentState[] | undefined {
  const paths: PaymentState[][] = [[]];
  const seen = new Set<PaymentState>();
  for (const path of paths) {
    const here = path.at(-1) ?? from;
    if (here === to) return path;
    if (seen.has(here)) continue;
    seen.add(here);
    paths.push(...paymentMoves[here].map(next => [...path, next]));
  }
  return undefined;
}

/** States in which the outcome is still open: no second payment may start on the account. */
export const openStates = ['ready', 'sent', 'unknown'] as const satisfies readonly PaymentState[];

/** Whether the outcome of a payment in this state is still open. */
export function isOpen(state: PaymentState): boolean {
  return (openStates as readonly PaymentState[]).includes(state);
}
