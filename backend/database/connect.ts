import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

const { builtins } = pg.types;

/** Cents arrive as numbers, dates as `2026-11-21`, instants as ISO text in UTC: as the contract has them. */
const parsers: Partial<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: wholeNumber,
  [builtins.NUMERIC]: wholeNumber,
  [builtins.DATE]: text => text,
  [builtins.TIMESTAMPTZ]: text => instantOf(Date.parse(text)),
};

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError('A number out of range was read.');
  return number;
}

/** A pool of connections; what it hands out is parsed as above. */
export function openPool(databaseUrl: string, connections = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    // What is changed over another connection is changed by hand, and the audit trail says so.
    application_name: 'remit-desk',
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: ((id: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers[id]) ||
        pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that dies while idle is replaced by the next one asked for; one that dies in use
  // fails whatever was asked over it, and must not end the process besides.
  pool.on('error', () => undefined);
  pool.on('connect', client => client.on('error', () => undefined));
  return pool;
}

/** Kysely over a pool; `destroy()` ends the pool too. */
export function connect(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
