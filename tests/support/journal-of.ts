import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { connectReadonly } from '#db/open.ts';

/** The states of the attempts in the journal of a desk that is not running, oldest first. */
export function statesInJournal(folder: string): string[] {
  const journal = connectReadonly({
    path: join(folder, 'journal.db'),
    key: readFileSync(join(folder, 'sandbox.key'), 'utf8').trim(),
    migrations: resolve('db/journal/migrations'),
  });
  const rows = journal.prepare('SELECT state FROM payment_attempt ORDER BY committed_at').all();
  journal.close();
  return (rows as { state: string }[]).map(row => row.state);
}
