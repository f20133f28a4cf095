import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { eachLine } from '#backend/audit/verify/each-line.ts';

/** Where a record's hashed bytes begin in its line. */
const HASHED_AT = 74;

/** Reads a file and hashes the records in it, and looks at nothing; gives how many there were. */
export async function hashAlone(file: string): Promise<number> {
  let count = -1;
  await eachLine(createReadStream(file, { highWaterMark: 1 << 20 }), (bytes, start, end) => {
    count += 1;
    hash('sha256', bytes.subarray(start + HASHED_AT, end));
    return true;
  });
  return count;
}
