import { existsSync, readdirSync } from 'node:fs';
import { apt, installCommand, packagesOf, rootPrefix, updateOnce } from './apt.mjs';
import { StepFailure } from './failure.mjs';
import { onPath, run } from './run.mjs';
import { commands, compilers, fonts, libraries } from './system-needs.mjs';

/** What Electron and its display need: installed, or told how. Linux only. */
export function readyLibraries(progress) {
  return ready(progress, async () => {
    const found = await loadableLibraries();
    return [
      ...libraries.filter(({ name }) => !found.includes(name)),
      ...commands().filter(({ name }) => !onPath(name)),
      ...(hasAnyFont() ? [] : fonts),
    ];
  });
}

/** What compiling the SQLite binding needs. */
export function readyCompilers(progress) {
  return ready(progress, async () => compilers.filter(({ name }) => !onPath(name)));
}

async function ready(progress, findMissing) {
  if (process.platform !== 'linux') return { text: 'nothing needed here', changed: false };
  const missing = await findMissing();
  if (missing.length === 0) return { text: 'all there', changed: false };
  if (!onPath('apt-get'))
    throw notInstalled(missing, 'install what brings them with your package manager');
  const asRoot = await rootPrefix();
  if (!asRoot) throw notInstalled(missing, `run: ${await installCommand('sudo ', missing)}`);

  progress('apt-get update');
  await updateOnce(asRoot);
  const packages = await packagesOf(missing);
  progress(`apt-get install, ${packages.length} packages`);
  await apt(asRoot, ['install', '-y', '--no-install-recommends', ...packages]);
  const left = await findMissing();
  if (left.length > 0) throw notInstalled(left, `run: ${await installCommand('', left)}`);
  return { text: `installed ${packages.join(' ')}`, changed: true };
}

function hasAnyFont() {
  const folder = '/usr/share/fonts';
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true }).some(name => /\.(ttf|otf|ttc|pfb)$/.test(name));
}

/** What the dynamic loader would find, which is the same question on every distribution. */
async function loadableLibraries() {
  const ldconfig = onPath('ldconfig') ?? '/sbin/ldconfig';
  const { output } = await run(ldconfig, ['-p'], { keptLines: Infinity });
  return output.split('\n').map(line => line.trim().split(' ')[0]);
}

function notInstalled(missing, remedy) {
  const names = missing.map(({ name }) => name).join(', ');
  return new StepFailure(`this machine lacks ${names}.`, remedy);
}
