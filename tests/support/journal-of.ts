import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { connectReadonly } from '#db/open.ts';
import type { PaymentState } from '#shared/payments/states.ts';

export interface JournalledAttempt {
  readonly key: string;
  readonly state: PaymentState;
}

/** The attempts in the journal of a desk, read from outside, oldest first. */
export function attemptsInJournal(folder: string): JournalledAttempt[] {
  const journal = connectReadonly({
    path: join(folder, 'journal.db'),
    key: readFileSync(join(folder, 'sandbox.key'), 'utf8').trim(),
    migrations: resolve('db/journal/migrations'),
  });
  const rows = journal
    .prepare(
      'SELECT attempt_key AS key, state FROM payment_attempt ORDER BY committed_at, attempt_key',
    )
    .all();
  journal.close();
  return rows as JournalledAttempt[];
}

/** Their states. */
export const statesInJournal = (folder: string) =>
  attemptsInJournal(folder).map(each => each.state);
