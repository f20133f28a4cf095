import { createReadStream } from 'node:fs';
import { ExportHead, type PublicAuditKey, type SignedHead } from '#shared/audit/signed-head.ts';
import { eachLine } from './each-line.ts';
import { type AuditVerdict, verifyChain } from './verify-chain.ts';

/** What is believed besides the file. */
export interface Believed {
  /** The keys that may have signed; those the file brings along when left out, which proves less. */
  readonly keys?: readonly PublicAuditKey[] | undefined;
  readonly outside: readonly SignedHead[];
}

const PIECE_BYTES = 1 << 20;
const NEWLINE = 10;
/** The first line holds an anchor for each day, of which many years fit. */
const MOST_HEAD_BYTES = 16 << 20;

/** The first line, and what comes after it. */
async function withoutHead(pieces: AsyncIterator<Buffer>): Promise<readonly [string, Buffer]> {
  const held: Buffer[] = [];
  for (let size = 0; size < MOST_HEAD_BYTES; ) {
    const { value, done } = await pieces.next();
    if (done) break;
    const end = value.indexOf(NEWLINE);
    if (end >= 0) {
      return [Buffer.concat([...held, value.subarray(0, end)]).toString(), value.subarray(end + 1)];
    }
    held.push(value);
    size += value.length;
  }
  return [Buffer.concat(held).toString(), Buffer.alloc(0)];
}

function readHead(line: string): ExportHead | undefined {
  try {
    return ExportHead.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Verifies an exported chain. Throws when the file cannot be read at all. */
export async function verifyExport(
  file: string,
  { keys, outside }: Believed,
): Promise<AuditVerdict> {
  const pieces = createReadStream(file, { highWaterMark: PIECE_BYTES });
  const iterator = pieces[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const [line, rest] = await withoutHead(iterator);
  const head = readHead(line);
  if (!head) {
    pieces.destroy();
    const why = 'The file does not begin as an export of the audit trail does.';
    const broken = { what: 'unreadable', position: null, id: null, why } as const;
    return { chain: '', records: 0, signedAt: null, anchors: 0, broken };
  }
  async function* after() {
    if (rest.length > 0) yield rest;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const { chain, anchors, keys: own } = head;
  const ends = { chain, anchors, head: head.head, outside, keys: keys ?? own };
  return verifyChain(ends, check => eachLine(after(), check.line));
}
