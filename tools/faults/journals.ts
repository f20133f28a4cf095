import { join, resolve } from 'node:path';
import type { ReadDb } from '#db/handles.ts';
import { connectReadonly } from '#db/open.ts';
import { readQuery } from '#db/query.ts';
import { openStates, type PaymentState } from '#shared/payments/states.ts';
import type { DeskSeat } from './desk-seat.ts';

/** An attempt as the journal of the desk that made it tells it. */
export interface KeptAttempt {
  readonly key: string;
  readonly state: PaymentState;
  readonly amountCents: number;
  /** The same for two attempts of one order. */
  readonly order: string;
}

const all = readQuery<KeptAttempt>(`
  SELECT attempt_key AS key, state, amount_cents AS amountCents, order_fingerprint AS "order"
  FROM payment_attempt ORDER BY committed_at, attempt_key`);
const counted = readQuery<{ attempts: number; open: number }>(`
  SELECT count(*) AS attempts, count(*) FILTER (WHERE state IN ('${openStates.join("', '")}')) AS open
  FROM payment_attempt`);

/** The journals of desks, read from outside while they run. */
export interface Journals {
  attempts(): KeptAttempt[];
  counts(): { readonly attempts: number; readonly open: number };
  close(): void;
}

export function openJournals(desks: readonly DeskSeat[]): Journals {
  const files = desks.map(
    ({ folder, key }) =>
      connectReadonly({
        path: join(folder, 'journal.db'),
        key,
        migrations: resolve(import.meta.dirname, '../../db/journal/migrations'),
      }) as ReadDb,
  );
  const sum = (of: 'attempts' | 'open') =>
    files.reduce((total, file) => total + (counted.get(file, {})?.[of] ?? 0), 0);
  return {
    attempts: () => files.flatMap(file => all.all(file, {})),
    counts: () => ({ attempts: sum('attempts'), open: sum('open') }),
    close: () => {
      for (const file of files) file.close();
    },
  };
}
