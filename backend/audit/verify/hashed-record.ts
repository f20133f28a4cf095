import { hash as digest } from 'node:crypto';
import type { Link } from './each-record.ts';

const NOTHING = Buffer.from('null');
const BRACE = 0x7d;
/** More than what stands around a record. */
const AROUND = 200;

const opening = ({ position, previous }: Link) =>
  `"position":${position},"previous":"${previous}","record":`;

/** Gives the hash of a record in its place; into one buffer, so that a million records make no garbage. */
export function createRecordHasher() {
  let held = Buffer.alloc(4096);
  return (link: Link, bytes: Buffer, start: number, end: number): string => {
    if (held.length < end - start + AROUND) held = Buffer.alloc(end - start + AROUND);
    const at = held.write(`{${opening(link)}`, 0, 'latin1');
    bytes.copy(held, at, start, end);
    const close = at + end - start;
    held[close] = BRACE;
    return digest('sha256', new Uint8Array(held.buffer, held.byteOffset, close + 1));
  };
}

/** The same as a line of an export, to say what is wrong with it. */
export function lineOf(link: Link, bytes: Buffer, start: number, end: number): Buffer {
  const content = end > start ? bytes.subarray(start, end) : NOTHING;
  const before = Buffer.from(`{"hash":"${link.hash}",${opening(link)}`);
  return Buffer.concat([before, content, Buffer.from('}')]);
}
