import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** What stands before the first row: the signature, the flags, and that there is no more. */
const ROWS_AT = 19;

/** The rows that `select` gives in PostgreSQL's binary form: how many fields, then of each its length and its bytes. */
export async function readRows(client: pg.ClientBase, select: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const copied = client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT binary)`));
  for await (const piece of copied) pieces.push(piece);
  return Buffer.concat(pieces).subarray(ROWS_AT);
}

const FIELD_COUNT_BYTES = 2;
const LENGTH_BYTES = 4;

/** The fields of the one row that `select` gives, as bytes; empty where one is null. */
export async function readRow(client: pg.ClientBase, select: string): Promise<Buffer[]> {
  const bytes = await readRows(client, select);
  const fields: Buffer[] = [];
  let at = FIELD_COUNT_BYTES;
  for (let left = bytes.readInt16BE(); left > 0; left -= 1) {
    const start = at + LENGTH_BYTES;
    at = start + Math.max(bytes.readInt32BE(at), 0);
    fields.push(bytes.subarray(start, at));
  }
  return fields;
}

const HIGH = 2 ** 32;
const wholeFrom = (bytes: Buffer, at: number) =>
  bytes.readInt32BE(at) * HIGH + bytes.readUInt32BE(at + LENGTH_BYTES);

/** One of many `bigint` that lie one after the other. */
export const wholeAt = (bytes: Buffer, index: number) => wholeFrom(bytes, index * 8);

/** Rows of a `bigint` that sorts them and a text: where each text lies in `bytes`. */
export interface Texts {
  readonly bytes: Buffer;
  readonly numbers: Float64Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** From a row's begin to its number, and from there to its text. */
const NUMBER_AT = FIELD_COUNT_BYTES + LENGTH_BYTES;
const TEXT_AT = NUMBER_AT + 8 + LENGTH_BYTES;

/** Finds the texts in such rows, at most so many. */
export function findTexts(bytes: Buffer, most: number): Texts {
  const [numbers, starts, ends] = [
    new Float64Array(most),
    new Uint32Array(most),
    new Uint32Array(most),
  ];
  let count = 0;
  for (let at = 0; bytes.readInt16BE(at) > 0; count += 1) {
    const start = at + TEXT_AT;
    numbers[count] = wholeFrom(bytes, at + NUMBER_AT);
    starts[count] = start;
    at = start + bytes.readInt32BE(start - LENGTH_BYTES);
    ends[count] = at;
  }
  return { bytes, numbers: numbers.subarray(0, count), starts, ends };
}
