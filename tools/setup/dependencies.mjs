import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StepFailure } from './failure.mjs';
import { runNpm } from './npm.mjs';
import { modulesFolder, projectNode, rootFolder } from './paths.mjs';

export async function readyDependencies(progress) {
  const wanted = readLock(path.join(rootFolder, 'package-lock.json'));
  const reason = whyToInstall(wanted);
  if (!reason && projectNode()) return { text: 'up to date', changed: false };

  refuseToReplaceOwnNode();
  if (reason) {
    progress('npm ci');
    const { code, output } = await runNpm(['ci', '--loglevel=error'], { cwd: rootFolder });
    if (code !== 0)
      throw new StepFailure(
        `npm ci ended with code ${code}.`,
        'see whether the registry answers with: npm ping; then run: npm ci',
        output,
      );
  }
  if (!projectNode()) await installNode(progress);
  return { text: `installed, because ${reason ?? 'Node was missing'}`, changed: true };
}

/** npm keeps what it last installed in a lock file of its own, written when all of it had worked. */
function whyToInstall(wanted) {
  const file = path.join(modulesFolder, '.package-lock.json');
  if (!existsSync(file)) return 'node_modules was missing or unfinished';
  const installed = readLock(file);
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '') continue;
    const there = installed[place];
    const skipped = !there && (entry.optional || entry.peer);
    if (!skipped && (there?.version !== entry.version || there?.integrity !== entry.integrity))
      return 'package-lock.json had changed';
  }
  return Object.keys(installed).every(place => wanted[place])
    ? undefined
    : 'package-lock.json had changed';
}

function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** npm 11 runs the install script that fetches Node only where package.json allows it. */
async function installNode(progress) {
  progress('npm rebuild node');
  const { output } = await runNpm(['rebuild', 'node'], { cwd: rootFolder });
  if (!projectNode())
    throw new StepFailure(
      'the package "node" came without its program: its install script did not run.',
      'run: npm rebuild node --foreground-scripts',
      output,
    );
}

/** Windows cannot delete a program that runs. */
function refuseToReplaceOwnNode() {
  if (process.platform === 'win32' && process.execPath.startsWith(modulesFolder))
    throw new StepFailure(
      'the dependencies changed, and Windows cannot replace the Node that runs this script.',
      'run: npm ci',
    );
}
