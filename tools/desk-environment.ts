import { mkdirSync } from 'node:fs';
import { locateRuntime } from './runtime/locate.ts';

export interface DeskLaunch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** How to start the built desk as a sandbox: the runtime, its arguments and its settings. */
export function deskLaunch(options: { backendUrl: string; dataFolder: string }): DeskLaunch {
  const runtime = locateRuntime();
  mkdirSync(options.dataFolder, { recursive: true });
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
  );
  return {
    executablePath: runtime.executablePath,
    args: [...runtime.launchArgs, '.'],
    env: {
      ...Object.fromEntries(inherited),
      REMIT_SANDBOX: '1',
      REMIT_BACKEND_URL: options.backendUrl,
      REMIT_DATA_FOLDER: options.dataFolder,
      ...(runtime.sqliteBinding && { REMIT_SQLITE_BINDING: runtime.sqliteBinding }),
    },
  };
}
