import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './paths.mjs';

/**
 * A folder beside the finished ones, so that moving out of it is one rename.
 * It is removed at the end, and the next time if the end never came.
 */
export function scratchFolder(subject) {
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const owner = /^unfinished-.+-(\d+)$/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) rmSync(path.join(cache, name), { recursive: true });
  }
  const folder = path.join(cache, `unfinished-${subject}-${process.pid}`);
  mkdirSync(folder);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
