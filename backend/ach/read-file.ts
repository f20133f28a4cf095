import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type AchReport, createAchCheck } from '#shared/ach/check/ach-check.ts';
import { lineSplitter } from '#shared/ach/lines.ts';

/** The file cannot be read at all; the message is one sentence that says why. */
export class UnreadableFile extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
  ENOTDIR: 'there is no such folder',
  ENAMETOOLONG: 'its name is too long',
};

function unreadable(path: string, error: unknown): UnreadableFile {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new UnreadableFile(`Cannot read ${path}: ${reasons[code] ?? message}.`, { cause: error });
}

function openFile(path: string): Readable {
  if (path === '-') return process.stdin;
  if (statSync(path).isDirectory()) {
    throw new UnreadableFile(`Cannot read ${path}: it is a folder, not a file.`);
  }
  return createReadStream(path, { highWaterMark: 1 << 18 });
}

/**
 * Checks the file at a path, or standard input for `-`, as it streams by: its size does not matter. Throws
 * `UnreadableFile` where there is nothing to read.
 */
export async function checkAchFile(path: string): Promise<AchReport> {
  const check = createAchCheck();
  const lines = lineSplitter(check.line);
  try {
    for await (const piece of openFile(path).setEncoding('latin1')) lines.push(String(piece));
  } catch (error) {
    throw error instanceof UnreadableFile ? error : unreadable(path, error);
  }
  lines.end();
  return check.end();
}
