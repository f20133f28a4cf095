import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { BackendUnreachable } from '../backend/failures.ts';
import { Refused } from '../desk/refused.ts';

const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const closed = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EIO'];

/** What a person can do about a file that could not be written. */
function writingFailed(failure: unknown): unknown {
  const code = String(Object(failure).code ?? '');
  if (full.includes(code)) return new Refused('export_disk_full');
  if (closed.includes(code)) return new Refused('export_not_written');
  return failure;
}

/** Tells what reading failed by from what writing failed by: both end the same pipeline. */
async function* read(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (cause) {
    if (cause instanceof Refused || (cause instanceof Error && cause.name === 'AbortError')) {
      throw cause;
    }
    throw new BackendUnreachable('the file broke off', { cause });
  }
}

/**
 * Writes a file as `unfinished`, beside its place, and puts it there once it is whole and on the disk; of one that is
 * not, nothing is left. What has that name already is not written into. Throws `Refused` for a disk that is full or a folder that takes nothing, an `AbortError` once `signal`
 * says so, and whatever the pieces throw.
 */
export async function writeWhole(
  { path, unfinished }: { readonly path: string; readonly unfinished: string },
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const growing = createWriteStream(unfinished, { flags: 'wx', mode: 0o600 });
    await pipeline(read(pieces), growing, { signal });
    const file = await open(unfinished, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    signal.throwIfAborted();
    await rename(unfinished, path);
  } catch (failure) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw writingFailed(failure);
  }
}
