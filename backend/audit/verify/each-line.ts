const NEWLINE = 10;
const NOTHING = Buffer.alloc(0);

/** Takes a line: the bytes from `start` to `end`, without the newline; false stops the reading. */
export type TakeLine = (bytes: Buffer, start: number, end: number) => boolean;

/** Hands over the lines of what arrives in pieces; the last one may lack its end. */
export async function eachLine(pieces: AsyncIterable<Buffer>, take: TakeLine): Promise<void> {
  let rest: Buffer = NOTHING;
  for await (const piece of pieces) {
    const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      if (!take(bytes, start, end)) return;
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) take(rest, 0, rest.length);
}
