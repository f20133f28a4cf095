import { diagnose } from './diagnose.ts';
import type { Broken, ReadLine } from './found.ts';
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
  line(bytes: Buffer, start: number, end: number): boolean;
  /** What was found, once no more lines come. */
  end(): { readonly records: number; readonly hash: string; readonly broken: Broken | null };
}

/** As many lines after the first that does not fit are read to say what was done. */
const LOOK_AHEAD = 50;

/** Follows a chain from its beginning, past checkpoints in the order of their positions. */
export function createChainCheck(genesis: string, checkpoints: readonly Checkpoint[]): ChainCheck {
  const reader = createLineReader();
  const wrong: ReadLine[] = [];
  let before: readonly [Buffer, number, number] | undefined;
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

  return {
    line(bytes, start, end) {
      if (
        wrong.length > 0 ||
        !reader.read(bytes, start, end) ||
        reader.position !== records + 1 ||
        reader.previous !== last ||
        reader.computed !== reader.hash
      ) {
        wrong.push(readClosely(bytes.subarray(start, end)));
        return wrong.length < LOOK_AHEAD;
      }
      records += 1;
      last = reader.hash;
      before = [bytes, start, end];
      return due >= checkpoints.length || pass();
    },
    end() {
      const [bytes, start, from] = before ?? [];
      const read = bytes && readClosely(bytes.subarray(start, from));
      const upToHere = { before: read, expected: records + 1, hash: last };
      const broken = wrong.length > 0 ? diagnose(upToHere, wrong) : differs;
      return { records, hash: last, broken };
    },
  };
}
