import path from 'node:path';

/** A folder in which nothing can be kept; the message is one sentence with what to do. */
class FolderRefused extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'is on a full disk; free some space',
  EDQUOT: 'is on a disk whose quota is used up; free some space',
  EROFS: 'is on a disk that can only be read; make it writable',
  EACCES: 'may not be written by this user; make it writable',
  EPERM: 'may not be written by this user; make it writable',
  ENOENT: 'cannot be made there; make it yourself',
  ENOTDIR: 'is not a folder; move the file of that name away',
  EEXIST: 'is not a folder; move the file of that name away',
};

/** Does what reads and writes in a data folder, and says in one sentence why it could not. */
export async function inFolder<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    const reason = reasons[code];
    if (!reason || syscall === 'connect' || syscall?.startsWith('spawn')) throw error;
    throw new FolderRefused(
      `The data folder ${path.resolve(folder)} ${reason}, or choose another with --data (${code}).`,
      { cause: error },
    );
  }
}
