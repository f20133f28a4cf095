import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, modulesFolder, projectNode } from './paths.mjs';
import { run } from './run.mjs';

const SILENCE_MS = 10_000;
const REMEMBERED_MS = 24 * 60 * 60 * 1000;
const packageFolder = path.join(modulesFolder, 'electron');
const fromElectron = createRequire(path.join(packageFolder, 'package.json'));

/** The runtime in the folder that somebody named, or the one in the electron package. */
export function findElectron() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = named ? path.resolve(named) : path.join(packageFolder, 'dist');
  const executablePath = path.join(folder, executableName());
  const versionFile = path.join(folder, 'version');
  if (!existsSync(executablePath) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  // After an update of the package its old runtime may still lie there.
  if (!named && version !== wantedVersion()) return undefined;
  return { executablePath, version, source: named ? 'folder named by you' : 'electron package' };
}

/**
 * Fetches the electron package's own runtime. Where its server cannot be
 * reached that is remembered for a day, so that later runs lose no time.
 */
export async function downloadElectron(progress, { retry }) {
  const remembered = retry ? undefined : readMemory();
  if (remembered)
    return {
      text: `not tried: ${remembered.reason} (--retry-download tries again)`,
      changed: false,
      reason: remembered.reason,
    };
  try {
    await fetchIntoCache(progress);
  } catch (error) {
    const reason = error.cause?.code ?? error.message;
    remember(reason);
    return {
      text: `Electron ${wantedVersion()} is out of reach: ${reason}`,
      changed: true,
      reason,
    };
  }
  progress('unpacking');
  const { code, output } = await run(projectNode(), ['install.js'], { cwd: packageFolder });
  rmSync(memoryFile(), { force: true });
  const reason = code === 0 ? undefined : `unpacking it failed: ${output.split('\n')[0]}`;
  return { text: reason ?? `Electron ${wantedVersion()}`, changed: true, reason };
}

/** With the electron package's own downloader, which checks what it gets and knows mirrors and proxies. */
async function fetchIntoCache(progress) {
  const { downloadArtifact } = await import(pathToFileURL(fromElectron.resolve('@electron/get')));
  const silence = new AbortController();
  const onSilence = () => silence.abort(new Error(`no answer for ${SILENCE_MS / 1000} s`));
  const timer = setTimeout(onSilence, SILENCE_MS);
  try {
    await downloadArtifact({
      version: wantedVersion(),
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env.electron_config_cache,
      checksums: fromElectron('./checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: silence.signal,
        getProgressCallback: async ({ percent, transferred }) => {
          timer.refresh();
          progress(`${Math.round(percent * 100)} %, ${Math.round(transferred / 1e6)} MB`);
        },
      },
    });
  } finally {
    clearTimeout(timer);
  }
}

function wantedVersion() {
  return fromElectron('./package.json').version;
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function memoryFile() {
  return path.join(cacheFolder(), `electron-${wantedVersion()}-out-of-reach.json`);
}

function readMemory() {
  if (!existsSync(memoryFile())) return undefined;
  const memory = JSON.parse(readFileSync(memoryFile(), 'utf8'));
  return Date.now() - memory.triedAt < REMEMBERED_MS ? memory : undefined;
}

function remember(reason) {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(memoryFile(), JSON.stringify({ triedAt: Date.now(), reason }));
}
