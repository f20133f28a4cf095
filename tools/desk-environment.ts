import { mkdirSync } from 'node:fs';
import { locateRuntime } from './runtime/locate.ts';

export interface DeskLaunch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

export interface LaunchOptions {
  readonly backendUrl: string;
  readonly dataFolder: string;
  /** A packaged desk to start instead of the bundle in dist/; it brings its own SQLite binding. */
  readonly packaged?: string;
}

/** How to start the desk as a sandbox: the runtime, its arguments and its settings. */
export function deskLaunch({ backendUrl, dataFolder, packaged }: LaunchOptions): DeskLaunch {
  const runtime = locateRuntime();
  mkdirSync(dataFolder, { recursive: true });
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
  );
  return {
    executablePath: packaged ?? runtime.executablePath,
    args: packaged ? runtime.launchArgs : [...runtime.launchArgs, '.'],
    env: {
      ...Object.fromEntries(inherited),
      REMIT_SANDBOX: '1',
      REMIT_BACKEND_URL: backendUrl,
      REMIT_DATA_FOLDER: dataFolder,
      ...(!packaged && runtime.sqliteBinding && { REMIT_SQLITE_BINDING: runtime.sqliteBinding }),
    },
  };
}
