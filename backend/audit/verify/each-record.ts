import { setImmediate } from 'node:timers/promises';
import type { Stretch } from './read-chain.ts';
import { wholeAt } from './read-row.ts';

/** A place of the chain: what a line says besides its record. */
export interface Link {
  readonly position: number;
  readonly previous: string;
  readonly hash: string;
}

/** Takes a place and its record: the bytes from `start` to `end`, none where it is gone; false stops the reading. */
export type TakeRecord = (link: Link, bytes: Buffer, start: number, end: number) => boolean;

/** What is on its way from the database is taken in between so many records. */
const RECORDS_IN_A_ROW = 1_000;
const HEX = 64;

/** Where in `sorted` a number stands; below zero when it does not. */
function search(sorted: Float64Array, number: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = Number(sorted[middle]);
    if (there === number) return middle;
    if (there < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

async function eachOf({ links, records }: Stretch, take: TakeRecord): Promise<boolean> {
  const { bytes, numbers, starts, ends } = records;
  const [previous, hashes] = [links.previous.toString('hex'), links.hashes.toString('hex')];
  for (let index = 0, found = -1; index < links.count; index += 1) {
    const number = wholeAt(links.numbers, index);
    found = numbers[found + 1] === number ? found + 1 : search(numbers, number);
    const at = index * HEX;
    const link = {
      position: wholeAt(links.positions, index),
      previous: previous.slice(at, at + HEX),
      hash: hashes.slice(at, at + HEX),
    };
    if (!take(link, bytes, starts[found] ?? 0, ends[found] ?? 0)) return false;
    if (index % RECORDS_IN_A_ROW === 0) await setImmediate();
  }
  return true;
}

/** Hands over the records of a chain in its order. */
export async function eachRecord(
  stretches: AsyncIterable<Stretch>,
  take: TakeRecord,
  afterStretch?: () => void,
): Promise<void> {
  for await (const stretch of stretches) {
    if (!(await eachOf(stretch, take))) return;
    afterStretch?.();
  }
}
