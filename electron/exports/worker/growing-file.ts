import { createHash } from 'node:crypto';
import { open, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ExportFailed, whyNotWritten } from './why-not-written.ts';

/** What is left on a disk at least, whatever is written. */
const ROOM_TO_LEAVE_BYTES = 16 * 1024 * 1024;

/** A file that grows beside its place and goes there when it is whole. */
export interface GrowingFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Puts it in its place, safe against a loss of power; gives the SHA-256 of its bytes. */
  finish(): Promise<string>;
  /** Removes what there is of it. */
  discard(): Promise<void>;
}

/** Throws where the disk says by itself that so many bytes have no room; what says nothing is tried. */
export async function requireRoom(path: string, bytes: number): Promise<void> {
  const disk = await statfs(dirname(path)).catch(() => undefined);
  if (disk === undefined || disk.bsize === 0 || disk.blocks === 0) return;
  if (disk.bavail * disk.bsize < bytes + ROOM_TO_LEAVE_BYTES) {
    throw new ExportFailed('export_disk_full');
  }
}

/** A directory is synced where the system lets it, so that the new name is as safe as the bytes. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** A folder of that name would be in the way once the file is whole, and is said before it is written. */
async function refuseFolder(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new ExportFailed('export_not_written');
}

/** Begins a file that is nobody's yet; only whoever exports may read it. */
export async function growFile(unfinished: string, path: string): Promise<GrowingFile> {
  await refuseFolder(path);
  const file = await open(unfinished, 'wx', 0o600).catch(failure => {
    throw whyNotWritten(failure);
  });
  const hash = createHash('sha256');
  const orSay = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (failure) {
      throw whyNotWritten(failure);
    }
  };
  return {
    async write(bytes) {
      hash.update(bytes);
      let done = 0;
      // A disk that fills up takes a part before it refuses.
      while (done < bytes.length) {
        done += (await orSay(file.write(bytes, done))).bytesWritten;
      }
    },
    async finish() {
      await orSay(file.sync());
      await orSay(file.close());
      await orSay(rename(unfinished, path));
      await syncFolder(path);
      return hash.digest('hex');
    },
    async discard() {
      await file.close().catch(() => undefined);
      await rm(unfinished, { force: true });
    },
  };
}
