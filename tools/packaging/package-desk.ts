import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build, type Configuration } from 'electron-builder';
import { type DesktopRuntime, locateRuntime } from '../runtime/locate.ts';
import { type PackageKind, packageFolder } from './packaged-desk.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Packages what `dist/` holds with the runtime of this machine. */
export async function packageDesk(kind: PackageKind): Promise<void> {
  const runtime = locateRuntime();
  await build({
    projectDir: root,
    dir: kind !== 'release',
    publish: 'never',
    config: {
      directories: { output: packageFolder(kind) },
      electronVersion: runtime.electronVersion,
      electronDist: distributionFolder(runtime),
      electronFuses: { enableNodeCliInspectArguments: kind === 'inspectable' },
      afterExtract: removeDefaultApp,
      ...sqliteBinding(runtime),
      ...(kind === 'release' ? releaseOnly(runtime) : { publish: null }),
    },
  });
}

function distributionFolder({ executablePath }: DesktopRuntime): string {
  // On macOS the program lies four folders deep in its bundle.
  const levels = process.platform === 'darwin' ? '../../../..' : '..';
  return path.resolve(executablePath, levels);
}

/** An older runtime needs its own binding, and the package's binaries would only be in its way. */
function sqliteBinding({ sqliteBinding: file }: DesktopRuntime): Configuration {
  const prebuilds = 'node_modules/better-sqlite3/prebuilds';
  if (file)
    return {
      files: [`!${prebuilds}/**`],
      extraResources: [{ from: file, to: 'better_sqlite3.node' }],
    };
  return { files: [`!${prebuilds}/!(${process.platform}-*)`] };
}

/** It opens any folder it is given, which only a developer's Electron should. */
async function removeDefaultApp({ appOutDir }: { appOutDir: string }): Promise<void> {
  const resources = process.platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  await rm(path.join(appOutDir, resources, 'default_app.asar'), { force: true });
  await rm(path.join(appOutDir, 'version'), { force: true });
}

/** Updates come from the organization's own server, and only signed ones are taken. */
function releaseOnly(runtime: DesktopRuntime): Configuration {
  if (runtime.source === 'prepared from the registry')
    throw new Error(
      `Electron ${runtime.electronVersion} gets no security fixes and is not for patients' data. Make the release on a machine that can download the current one.`,
    );
  const url = process.env.REMIT_UPDATE_URL;
  if (!url)
    throw new Error(
      'A release has to know where its updates come from. Set REMIT_UPDATE_URL to that address and run again.',
    );
  return {
    forceCodeSigning: process.platform !== 'linux',
    publish: { provider: 'generic', url },
  };
}
