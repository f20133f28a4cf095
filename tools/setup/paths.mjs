import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const modulesFolder = path.join(rootFolder, 'node_modules');

/** What the last setup chose; inside node_modules, so that it goes when they go. */
export const runtimeRecord = path.join(modulesFolder, '.cache/remit-desk/runtime.json');

/** Holds what is slow to make and the same for every clone on this machine. */
export function cacheFolder() {
  if (process.env.REMIT_CACHE) return path.resolve(process.env.REMIT_CACHE);
  if (process.env.XDG_CACHE_HOME) return path.join(process.env.XDG_CACHE_HOME, 'remit-desk');
  if (process.platform === 'win32' && process.env.LOCALAPPDATA)
    return path.join(process.env.LOCALAPPDATA, 'remit-desk', 'cache');
  return path.join(homedir(), '.cache', 'remit-desk');
}

/** The Node that the project brings along; the one on the machine's PATH may be too old. */
export function projectNode() {
  const names = ['node/bin/node.exe', 'node/bin/node'];
  return names.map(name => path.join(modulesFolder, name)).find(file => existsSync(file));
}
