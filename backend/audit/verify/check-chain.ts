import { diagnose } from './diagnose.ts';
import type { TakeLine } from './each-line.ts';
import type { TakeRecord } from './each-record.ts';
import type { Broken, ReadLine } from './found.ts';
import { createRecordHasher, lineOf } from './hashed-record.ts';
import { createLineReader, readClosely } from './read-line.ts';

/** What a record's hash has to be, as something else than the chain says. */
export interface Checkpoint {
  readonly position: number;
  readonly hash: string;
  /** Who says so: the first part of a sentence. */
  readonly said: string;
}

export interface ChainCheck {
  /** Whole lines without their ends; true while nothing is wrong. */
  readonly line: TakeLine;
  /** The same of a place and its record. */
  readonly record: TakeRecord;
  /** How many fit so far. */
  records(): number;
  /** What was found, once no more lines come. */
  end(): { readonly records: number; readonly hash: string; readonly broken: Broken | null };
}

/** As many lines after the first that does not fit are read to say what was done. */
const LOOK_AHEAD = 50;

/** Follows a chain from its beginning, past checkpoints in the order of their positions. */
export function createChainCheck(genesis: string, checkpoints: readonly Checkpoint[]): ChainCheck {
  const reader = createLineReader();
  const hashOf = createRecordHasher();
  const wrong: ReadLine[] = [];
  let before: (() => ReadLine) | undefined;
  let records = 0;
  let last = genesis;
  let due = 0;
  let agreed = 0;
  let differs: Broken | null = null;

  function pass(): boolean {
    for (let check = checkpoints[due]; check?.position === records; check = checkpoints[++due]) {
      if (check.hash !== last) {
        const why = `${check.said} does not have the hash of record ${records}: the chain was written anew after record ${agreed}.`;
        differs = { what: 'altered', position: agreed + 1, id: null, why };
        return false;
      }
      agreed = records;
    }
    return true;
  }

  const follows = ({ position, previous }: { position: number; previous: string }) =>
    wrong.length === 0 && position === records + 1 && previous === last;

  function fits(hash: string, closely: () => ReadLine): boolean {
    records += 1;
    last = hash;
    before = closely;
    return due >= checkpoints.length || pass();
  }
  function fitsNot(closely: () => ReadLine): boolean {
    wrong.push(closely());
    return wrong.length < LOOK_AHEAD;
  }

  return {
    line(bytes, start, end) {
      const closely = () => readClosely(bytes.subarray(start, end));
      const isWhole = reader.read(bytes, start, end) && reader.computed === reader.hash;
      return isWhole && follows(reader) ? fits(reader.hash, closely) : fitsNot(closely);
    },
    record(link, bytes, start, end) {
      const closely = () => readClosely(lineOf(link, bytes, start, end));
      const isWhole = follows(link) && hashOf(link, bytes, start, end) === link.hash;
      return isWhole ? fits(link.hash, closely) : fitsNot(closely);
    },
    records: () => records,
    end() {
      const upToHere = { before: before?.(), expected: records + 1, hash: last };
      const broken = wrong.length > 0 ? diagnose(upToHere, wrong) : differs;
      return { records, hash: last, broken };
    },
  };
}
