import { Readable } from 'node:stream';
import type pg from 'pg';
import { findTexts, readRow, readRows, type Texts, wholeAt } from './read-row.ts';

/** So many places of the chain are read at once: a few megabytes of records. */
const PLACES_AT_ONCE = 10_000;
/** Where their records lie no farther apart than this, all that lie between are read in one go. */
const CLOSE_TOGETHER = PLACES_AT_ONCE * 4;

/** Places of the chain in their order: each field holds those of all places one after the other. */
export interface Links {
  readonly count: number;
  readonly positions: Buffer;
  readonly numbers: Buffer;
  readonly previous: Buffer;
  readonly hashes: Buffer;
}

/** Some places of the chain, and records by their numbers, among which are theirs. */
export interface Stretch {
  readonly links: Links;
  readonly records: Texts;
}

/** All read what was committed when the first began. */
export async function beginTogether(clients: readonly pg.ClientBase[]): Promise<void> {
  const [first, ...others] = clients as [pg.ClientBase, ...pg.ClientBase[]];
  await first.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows } = await first.query('SELECT pg_export_snapshot() AS snapshot');
  for (const other of others) {
    await other.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await other.query(`SET TRANSACTION SNAPSHOT '${rows[0].snapshot}'`);
  }
  for (const each of clients) await each.query(`SET LOCAL work_mem = '64MB'`);
}

const nextPlaces = (after: number) =>
  `SELECT * FROM audit_link WHERE position > ${after} ORDER BY position LIMIT ${PLACES_AT_ONCE}`;

async function readLinks(client: pg.ClientBase, after: number): Promise<Links> {
  const [positions, numbers, previous, hashes] = (await readRow(
    client,
    `SELECT string_agg(int8send(position), ''), string_agg(int8send(number), ''), string_agg(previous, ''),
      string_agg(hash, '') FROM (${nextPlaces(after)}) AS link`,
  )) as [Buffer, Buffer, Buffer, Buffer];
  return { count: positions.length / 8, positions, numbers, previous, hashes };
}

/** As they lie in the table, not as they stand in the chain: what belongs together is found here by its number. */
async function readRecords(client: pg.ClientBase, after: number, { count, numbers }: Links) {
  let [low, high] = [wholeAt(numbers, 0), wholeAt(numbers, 0)];
  for (let index = 1; index < count; index += 1) {
    const number = wholeAt(numbers, index);
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  const areClose = high - low < CLOSE_TOGETHER;
  const which = areClose
    ? `BETWEEN ${low} AND ${high}`
    : `IN (SELECT number FROM (${nextPlaces(after)}) AS link)`;
  const rows = await readRows(
    client,
    `SELECT number, content FROM audit_record WHERE number ${which} AND content IS NOT NULL ORDER BY number`,
  );
  return findTexts(rows, CLOSE_TOGETHER);
}

/** So many stretches are on their way while one is hashed. */
const AHEAD = 2;
const ahead = <Value>(stretches: AsyncIterable<Value>) =>
  Readable.from(stretches, { highWaterMark: AHEAD }) as AsyncIterable<Value>;

async function* eachLinks(client: pg.ClientBase) {
  for (let after = 0; ; ) {
    const links = await readLinks(client, after);
    if (links.count === 0) return;
    yield { after, links };
    after = wholeAt(links.positions, links.count - 1);
  }
}

async function* withRecords(
  ofLinks: pg.ClientBase,
  ofRecords: pg.ClientBase,
): AsyncGenerator<Stretch> {
  for await (const { after, links } of ahead(eachLinks(ofLinks))) {
    yield { links, records: await readRecords(ofRecords, after, links) };
  }
}

/**
 * The whole chain in stretches. PostgreSQL only reads: the places over the one connection and the records over the
 * other, some stretches ahead of the one that is hashed.
 */
export const readChain = (ofLinks: pg.ClientBase, ofRecords: pg.ClientBase) =>
  ahead(withRecords(ofLinks, ofRecords));
