import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Person } from '#backend/http/caller.ts';
import { matching } from '#backend/search/matching.ts';
import { noteSearched } from '#backend/search/note-searched.ts';
import { searchPayments } from '#backend/search/search-payments.ts';
import { totalsOf } from '#backend/search/totals.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { SearchOrder, type SearchSort } from '#shared/search/payment-search.ts';
import { placesWithin } from './bench/places-within.ts';
import { type Times, timesOf } from './bench/quantiles.ts';
import { openSearchDatabase } from './bench/search-database.ts';
import { measureScreen } from './bench/search-screen.ts';
import { searchShapes } from './bench/search-shapes.ts';
import { buildDesk } from './build-desk.ts';

const PAYMENTS = 1_000_000;
const ROUNDS = 10;
const AS_OF = '2026-11-20T18:00:00.000Z';
const now = Date.parse(AS_OF);

const USAGE = `npm run bench:search -- [--payments ${PAYMENTS}] [--rounds ${ROUNDS}] [--folder PATH] [--screen]

Fills a PostgreSQL with made-up payments and searches them: every shape in every order, the first page and
some from anywhere among what is found, forwards and backwards, each with what it leaves in the record of accesses. A folder is kept, and
its payments are taken again the next time. With --screen it builds the desk as the sources are now and searches in its real
window instead, from the key to the rows on the screen.`;

const { values: wanted } = parseArgs({
  options: {
    payments: { type: 'string', default: String(PAYMENTS) },
    rounds: { type: 'string', default: String(ROUNDS) },
    folder: { type: 'string' },
    screen: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const [payments, rounds] = [Number(wanted.payments), Number(wanted.rounds)];
if (wanted.help || !(payments >= 1_000 && rounds >= 1)) {
  console.log(USAGE);
  process.exit(wanted.help ? 0 : 2);
}

const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(9);
const said = ({ median, p95, longest }: Times) =>
  `median ${ms(median)}  p95 ${ms(p95)}  longest ${ms(longest)}`;

const scratch = mkdtempSync(join(tmpdir(), 'remit-bench-'));
const { db, pool, databaseUrl, stop } = await openSearchDatabase(
  wanted.folder ?? scratch,
  payments,
  AS_OF,
);
async function measureBackend(): Promise<void> {
  const workstationId = crypto.randomUUID();
  await pool.query(`INSERT INTO workstation (workstation_id, seen_at) VALUES ($1, $2)`, [
    workstationId,
    AS_OF,
  ]);
  const person: Person = {
    role: 'supervisor',
    user: {
      userId: 's.lindqvist',
      name: 'Sanna Lindqvist',
      role: 'supervisor',
      regions: [...RegionCode.options],
    },
    workstationId,
    sessionHash: Buffer.alloc(32),
    expiresAt: instantOf(now + 3_600_000),
  };

  const all: number[] = [];
  for (const [name, filters] of searchShapes) {
    const took: number[] = [];
    const conditions = await matching(db, filters, person.user.regions, now);
    const placeOf = await placesWithin(db, conditions);
    for (const by of SearchOrder.options) {
      for (let round = 0; round < rounds; round += 1) {
        const sort: SearchSort = { by, direction: round & 2 ? 'ascending' : 'descending' };
        const place = round & 1 ? placeOf(by) : null;
        const start = performance.now();
        const page = await searchPayments(db, { filters, sort, place }, person.user.regions, now);
        await noteSearched(db, person, { filters, again: false, shown: page.payments }, now);
        took.push(performance.now() - start);
      }
    }
    all.push(...took);
    const start = performance.now();
    const totals = await totalsOf(db, conditions);
    const found = totals.exact ? `${totals.count}` : `more than ${totals.moreThan}`;
    const counted = performance.now() - start;
    console.log(
      `${name.padEnd(38)} ${said(timesOf(took))}  ${found.padStart(16)} counted in ${ms(counted)}`,
    );
  }
  console.log(`${'All'.padEnd(38)} ${said(timesOf(all))}`);
}

try {
  if (wanted.screen) {
    await buildDesk();
    await measureScreen(databaseUrl, rounds, (name, took) =>
      console.log(
        `${name.padEnd(38)} ${said(timesOf(took))}  ${took.length} of ${rounds}, load ${loadavg()[0]?.toFixed(1)}`,
      ),
    );
  } else await measureBackend();
} finally {
  await stop();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}
process.exit();
