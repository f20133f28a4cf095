import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StepFailure } from './failure.mjs';
import { run } from './run.mjs';
import { commands, compilers, fonts, libraries } from './system-needs.mjs';

/** Installs what Electron, its display and the compiler need, or says how. Linux only. */
export async function readySystem(progress, needs) {
  if (process.platform !== 'linux') return { text: 'nothing needed here', changed: false };
  const missing = await findMissing(needs);
  if (missing.length === 0) return { text: 'all there', changed: false };
  if (!onPath('apt-get')) throw notInstalled(missing, 'your package manager');
  if (process.getuid() !== 0) throw notInstalled(missing, await aptCommand('sudo ', missing));

  progress('apt-get update');
  await apt(['update'], missing);
  const packages = await packagesOf(missing);
  progress(`apt-get install ${packages.length} packages`);
  await apt(['install', '-y', '--no-install-recommends', ...packages], missing);
  const left = await findMissing(needs);
  if (left.length > 0) throw notInstalled(left, await aptCommand('', left));
  return { text: `installed ${packages.join(' ')}`, changed: true };
}

async function findMissing(needs) {
  const found = await loadableLibraries();
  return [
    ...libraries.filter(({ name }) => !found.includes(name)),
    ...[...commands(), ...(needs.compilers ? compilers : [])].filter(({ name }) => !onPath(name)),
    ...fonts.filter(({ name }) => !existsSync(name) || readdirSync(name).length === 0),
  ];
}

/** What the dynamic loader would find, which is the same question on every distribution. */
async function loadableLibraries() {
  const ldconfig = onPath('ldconfig') ?? '/sbin/ldconfig';
  const { output } = await run(ldconfig, ['-p'], { keptLines: Infinity });
  return output.split('\n').map(line => line.trim().split(' ')[0]);
}

async function apt(words, missing) {
  const { code, output } = await run(
    'apt-get',
    ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...words],
    {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  if (code !== 0)
    throw new StepFailure(
      `apt-get ${words[0]} ended with code ${code}; missing: ${namesOf(missing)}.`,
      `run: ${await aptCommand('', missing)}`,
      output,
    );
}

async function aptCommand(prefix, missing) {
  const packages = (await packagesOf(missing)).join(' ');
  return `${prefix}apt-get update && ${prefix}apt-get install -y --no-install-recommends ${packages}`;
}

/** Newer Debians and Ubuntus call some packages otherwise; the first name that apt knows is taken. */
async function packagesOf(missing) {
  const names = [];
  for (const { packages } of missing) {
    const known = [];
    for (const name of packages.length > 1 ? packages : [])
      if ((await run('apt-cache', ['show', '--no-all-versions', name])).code === 0)
        known.push(name);
    names.push(known[0] ?? packages[packages.length - 1]);
  }
  return [...new Set(names)];
}

function notInstalled(missing, remedy) {
  return new StepFailure(`this machine lacks ${namesOf(missing)}.`, `install with: ${remedy}`);
}

function namesOf(missing) {
  return missing.map(({ name }) => name).join(', ');
}

function onPath(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, command))
    .find(file => existsSync(file));
}
