import { hash as digest } from 'node:crypto';
import type { ReadLine } from './found.ts';

// A line is {"hash":"…","position":…,"previous":"…","record":{…}} and its hash that of the same without it:
// the bytes from the comma after it, which is a brace then.
const HASH_AT = 9;
const HASH_END = HASH_AT + 64;
const COMMA = HASH_END + 1;
const DIGITS_AT = HASH_END + '","position":'.length;
const BEFORE_PREVIOUS = ',"previous":"';

/** The last line read, in fields that each reading overwrites: a million lines make no garbage. */
export interface LineReader {
  position: number;
  previous: string;
  hash: string;
  computed: string;
  /** Reads the record in `bytes` from `start` to `end`, whose comma it overwrites; false when it is none. */
  read(bytes: Buffer, start: number, end: number): boolean;
}

export function createLineReader(): LineReader {
  return {
    position: 0,
    previous: '',
    hash: '',
    computed: '',
    read(bytes, start, end) {
      if (
        end - start < DIGITS_AT + 100 ||
        bytes.toString('latin1', start, start + HASH_AT) !== '{"hash":"'
      ) {
        return false;
      }
      if (bytes[start + HASH_END] !== 0x22 || bytes[start + COMMA] !== 0x2c) return false;
      let at = start + DIGITS_AT;
      let position = 0;
      for (let digit = Number(bytes[at]); digit >= 48 && digit <= 57; digit = Number(bytes[++at])) {
        position = position * 10 + digit - 48;
      }
      at += BEFORE_PREVIOUS.length;
      this.position = position;
      this.previous = bytes.toString('latin1', at, at + 64);
      this.hash = bytes.toString('latin1', start + HASH_AT, start + HASH_END);
      bytes[start + COMMA] = 0x7b;
      this.computed = digest('sha256', bytes.subarray(start + COMMA, end));
      return true;
    },
  };
}

interface Said {
  readonly position?: unknown;
  readonly previous?: unknown;
  readonly record?: { readonly id?: unknown } | null;
}

/** The same line in full, to say what is wrong with it. */
export function readClosely(line: Buffer): ReadLine {
  const text = line.toString();
  const computed = digest('sha256', Buffer.from(`{${text.slice(COMMA + 1)}`));
  const none = { position: null, id: null, previous: '', hash: '', computed, gone: false };
  let said: Said;
  try {
    said = JSON.parse(`{${text.slice(COMMA + 1)}`);
  } catch {
    return none;
  }
  const { position, previous, record } = said;
  if (typeof position !== 'number' || typeof previous !== 'string') return none;
  return {
    position,
    previous,
    computed,
    hash: text.slice(HASH_AT, HASH_END),
    id: typeof record?.id === 'string' ? record.id : null,
    gone: record === null,
  };
}
