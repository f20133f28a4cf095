import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
const ROOM_BYTES = 2 * 1024 ** 3;

/** Memory where there is room for it: a busy disk takes ten times as long, now and then. */
async function whereItIsQuick(): Promise<string> {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > ROOM_BYTES ? MEMORY : tmpdir();
}

/** A folder for a run: what a power cut would lose does not matter to a test, what a killed process would lose does. */
export async function quickFolder(prefix: string) {
  const folder = await mkdtemp(path.join(await whereItIsQuick(), prefix));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
