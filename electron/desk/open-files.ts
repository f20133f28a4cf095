import { join } from 'node:path';
import { v4 as uuid } from 'uuid';
import { establishIdentity } from '#db/journal/identity.ts';
import { openJournal } from '#db/journal/open-journal.ts';
import type { DeskOptions } from './desk-options.ts';

/** Opens the journal, and says where the cache lies: its own thread opens that. */
export function openFiles({ folder, key, migrations, nativeBinding }: DeskOptions) {
  const file = (name: 'journal' | 'cache') => ({
    path: join(folder, `${name}.db`),
    key,
    migrations: join(migrations, name, 'migrations'),
    nativeBinding,
  });
  const journal = openJournal(file('journal'));
  establishIdentity(journal, uuid());
  return { journal, cache: file('cache') };
}
