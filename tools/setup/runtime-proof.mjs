import { rmSync } from 'node:fs';
import path from 'node:path';
import { StepFailure } from './failure.mjs';
import { modulesFolder } from './paths.mjs';
import { run } from './run.mjs';

const OPEN_A_DATABASE = `
  const Database = require(process.argv[1]);
  const nativeBinding = process.argv[2];
  const db = new Database(':memory:', nativeBinding ? { nativeBinding } : {});
  console.log(process.versions.electron, db.prepare('select 1 as one').get().one);
`;

/** Lets the chosen Electron open a database, so that a bad pair is found here and not in the desk. */
export async function proveRuntime(electron, sqliteBinding) {
  const { code, output } = await run(
    electron.executablePath,
    [
      ...['-e', OPEN_A_DATABASE, path.join(modulesFolder, 'better-sqlite3')],
      ...(sqliteBinding ? [sqliteBinding] : []),
    ],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
  );
  if (code === 0 && output.includes(`${electron.version} 1`)) return;
  if (sqliteBinding) rmSync(sqliteBinding, { force: true });
  throw new StepFailure(
    `Electron ${electron.version} could not open a database (it ended with code ${code}).`,
    'run npm run setup once more; if it stays, the text below says what Electron missed',
    output,
  );
}
