import { commitAttempt } from '#db/journal/commit-attempt.ts';
import { openJournal } from '#db/journal/open-journal.ts';
import { anAttempt, fileKey, migrationsOf } from './rows.ts';

/**
 * A desk that commits payments and dies. `dieAt` names the table on whose insert the process kills
 * itself as `kill -9` does, and which insert it is; `none` goes on until somebody else kills it.
 */
const [path = '', dieAt = 'none', which = '1'] = process.argv.slice(2);

const db = openJournal({ path, key: fileKey, migrations: migrationsOf('journal') });
let left = Number(which);
db.function('die', () => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
  return null;
});
if (dieAt !== 'none') {
  db.exec(`CREATE TEMP TRIGGER deadly AFTER INSERT ON main.${dieAt} BEGIN SELECT die(); END;`);
}
for (let count = 0; count < 5_000; count += 1) {
  commitAttempt(db, anAttempt());
  if (count === 2) process.stdout.write('committing\n');
}
