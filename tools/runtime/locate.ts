import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The Electron that the desk is started, tested, shown and packaged with on this machine. */
export type DesktopRuntime = {
  executablePath: string;
  electronVersion: string;
  source: 'electron package' | 'prepared from the registry' | 'folder named by you';
  /** For an Electron that better-sqlite3's own binaries are too new for; goes into REMIT_SQLITE_BINDING. */
  sqliteBinding?: string;
  /** What Electron has to be told on this machine, before the application's own arguments. */
  launchArgs: string[];
};

const REMEDY = 'Run: npm run setup';
const recordFile = path.resolve(
  import.meta.dirname,
  '../../node_modules/.cache/remit-desk/runtime.json',
);

/** Reads what the set-up chose; throws when there is no runtime, or no longer. */
export function locateRuntime(): DesktopRuntime {
  if (!existsSync(recordFile)) throw new Error(`No desktop runtime has been set up. ${REMEDY}`);
  const recorded = JSON.parse(readFileSync(recordFile, 'utf8')) as Omit<
    DesktopRuntime,
    'launchArgs'
  >;
  for (const file of [recorded.executablePath, recorded.sqliteBinding])
    if (file && !existsSync(file)) throw new Error(`The desktop runtime lost ${file}. ${REMEDY}`);
  return { ...recorded, launchArgs: neededArguments() };
}

/** Chromium's sandbox refuses to work for root, which build machines often are. */
function neededArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
