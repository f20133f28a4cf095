import type { Balance } from '#shared/billing/balance.ts';
import type { ToSync } from './messages.ts';

type Keeping = Extract<ToSync, { kind: 'keepBalance' }>;

const MOST = 50;

/** Balances that were handed to the worker and are not in the file yet. */
export interface UnwrittenBalances {
  add(scope: string, balance: Balance, nowMs: number): Keeping;
  written(receipt: number): void;
  find(scope: string, guarantorId: string): Balance | undefined;
  all(): Keeping[];
  forget(): void;
}

export function unwrittenBalances(): UnwrittenBalances {
  const keeping = new Map<number, Keeping>();
  let receipt = 0;
  return {
    add(scope, balance, nowMs) {
      receipt += 1;
      const message: Keeping = { kind: 'keepBalance', receipt, scope, balance, nowMs };
      keeping.set(receipt, message);
      const [oldest] = keeping.keys();
      if (keeping.size > MOST && oldest !== undefined) keeping.delete(oldest);
      return message;
    },
    written: done => void keeping.delete(done),
    find: (scope, guarantorId) =>
      [...keeping.values()].findLast(
        each => each.scope === scope && each.balance.guarantor.guarantorId === guarantorId,
      )?.balance,
    all: () => [...keeping.values()],
    forget: () => keeping.clear(),
  };
}
