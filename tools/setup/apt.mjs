import { StepFailure } from './failure.mjs';
import { run } from './run.mjs';

/** Root needs no prefix. A build machine may use sudo where it asks for nothing; a person is asked first. */
export async function rootPrefix() {
  if (process.getuid() === 0) return [];
  const allowed = process.env.CI && (await run('sudo', ['-n', 'true'])).code === 0;
  return allowed ? ['sudo', '-n'] : undefined;
}

export async function apt(asRoot, words) {
  const [command, ...rest] = [
    ...asRoot,
    ...['env', 'DEBIAN_FRONTEND=noninteractive'],
    ...['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120', ...words],
  ];
  const { code, output } = await run(command, rest);
  if (code !== 0)
    throw new StepFailure(
      `apt-get ${words[0]} ended with code ${code}.`,
      `put right what it says below, then run: ${[...asRoot, 'apt-get', ...words].join(' ')}`,
      output,
    );
}

let updated = false;

export async function updateOnce(asRoot) {
  if (!updated) await apt(asRoot, ['update']);
  updated = true;
}

export async function installCommand(prefix, missing) {
  const packages = (await packagesOf(missing)).join(' ');
  return `${prefix}apt-get update && ${prefix}apt-get install -y --no-install-recommends ${packages}`;
}

/** Newer Debians and Ubuntus call some packages otherwise; the first name that apt knows is taken. */
export async function packagesOf(missing) {
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
