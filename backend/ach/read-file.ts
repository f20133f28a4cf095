import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
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

function unreadable(name: string, error: unknown): UnreadableFile {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new UnreadableFile(`Cannot read ${name}: ${reasons[code] ?? message}.`, { cause: error });
}

/** npm starts commands in the folder of the project; a name is meant from where the person stands. */
function fromWhereNpmWasCalled(name: string): string {
  const { INIT_CWD } = process.env;
  return INIT_CWD && !existsSync(name) ? path.resolve(INIT_CWD, name) : name;
}

function openFile(name: string): Readable {
  if (name === '-') return process.stdin;
  const file = fromWhereNpmWasCalled(name);
  if (statSync(file).isDirectory()) {
    throw new UnreadableFile(`Cannot read ${name}: it is a folder, not a file.`);
  }
  return createReadStream(file, { highWaterMark: 1 << 18 });
}

async function readPieces(name: string, take: (piece: string) => void): Promise<void> {
  try {
    for await (const piece of openFile(name).setEncoding('latin1')) take(String(piece));
  } catch (error) {
    throw error instanceof UnreadableFile ? error : unreadable(name, error);
  }
}

/** A whole file, or standard input for `-`, one character for one byte. Throws `UnreadableFile`. */
export async function readAchText(name: string): Promise<string> {
  let text = '';
  await readPieces(name, piece => {
    text += piece;
  });
  return text;
}

/**
 * Checks a file, or standard input for `-`, as it streams by: its size does not matter. Throws
 * `UnreadableFile` where there is nothing to read.
 */
export async function checkAchFile(name: string): Promise<AchReport> {
  const check = createAchCheck();
  const lines = lineSplitter(check.line);
  await readPieces(name, lines.push);
  lines.end();
  return check.end();
}
