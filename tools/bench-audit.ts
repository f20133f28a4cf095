import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { exportChain } from '#backend/audit/export-chain.ts';
import { announceKey } from '#backend/audit/keys.ts';
import { sealRecords } from '#backend/audit/seal.ts';
import { newAuditKey, signerOf } from '#backend/audit/signing-key.ts';
import { lookBeside } from '#backend/audit/verify/beside-the-chain.ts';
import { verifyDatabase } from '#backend/audit/verify/verify-database.ts';
import { verifyExport } from '#backend/audit/verify/verify-export.ts';
import { connect, openPool } from '#backend/database/connect.ts';
import { openEmbedded } from '#backend/database/embedded.ts';
import { migrate } from '#backend/database/migrate.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { fillMoves, removeOne } from './bench/audit-moves.ts';
import { fillTrail, writeBeside } from './bench/audit-writers.ts';
import { hashAlone } from './bench/hash-alone.ts';
import { hashDatabase } from './bench/hash-database.ts';

const USAGE = `npm run bench:audit -- [--records 1000000] [--moves 1000000] [--seconds 10]

Writes audit records from many connections while they are chained, and then verifies a chain of so many
records: as an export and in the database, against hashing the same bytes and nothing else. In the end it looks for
moves of payments that have no record, among so many with theirs.`;

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000000' },
    moves: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '10' },
    help: { type: 'boolean' },
  },
});
const [records, moves] = [Number(values.records), Number(values.moves)];
const seconds = Number(values.seconds);
if (values.help || !(records >= 1_000 && moves >= 4 && seconds >= 1)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

async function timed<Value>(work: () => Promise<Value>): Promise<readonly [number, Value]> {
  const began = performance.now();
  const value = await work();
  return [performance.now() - began, value];
}
async function timeBeside(what: string): Promise<void> {
  const client = await pool.connect();
  const [ms, { broken }] = await timed(() => lookBeside(client));
  client.release();
  console.log(
    `Looked for moves without a record among ${moves}, ${what}: ${(ms / 1000).toFixed(2)} s; ${broken?.why ?? 'none'}`,
  );
}
const perSecond = (count: number, ms: number) => `${Math.round((count * 1000) / ms)} a second`;

const scratch = mkdtempSync(join(tmpdir(), 'remit-bench-'));
const server = await openEmbedded(join(scratch, 'backend'));
const pool = openPool(server.databaseUrl, 24);
const db = connect(pool);
try {
  await migrate(db);
  const signer = signerOf(newAuditKey());
  await announceKey(db, signer, Date.now());
  for (const chained of [false, true]) {
    const { count, sealed, oldestMs } = await writeBeside(pool, { seconds, chained, writers: 12 });
    const how = chained ? 'each in the chain at its commit' : 'chained beside';
    console.log(
      `Written durably from 12 connections, ${how}: ${perSecond(count, seconds * 1000)}${chained ? '' : `; ${sealed} of ${count} chained meanwhile, none waited longer than ${Math.round(oldestMs)} ms`}`,
    );
  }
  const [fillMs] = await timed(() => fillTrail(pool, records));
  console.log(`Written in bulk: ${perSecond(records, fillMs)}`);
  const [sealMs, sealed] = await timed(() => sealRecords(db, signer, Date.now));
  console.log(`Chained and signed: ${perSecond(sealed, sealMs)}`);
  await pool.query('VACUUM ANALYZE audit_record, audit_link');
  const file = join(scratch, 'export.jsonl');
  const [exportMs] = await timed(() =>
    pipeline(
      exportChain(pool, instantOf(Date.now()), async () => undefined),
      createWriteStream(file),
    ),
  );
  console.log(`Exported: ${(exportMs / 1000).toFixed(1)} s`);
  for (const round of [1, 2]) {
    const [hashMs, hashed] = await timed(() => hashAlone(file));
    const [fileMs, ofFile] = await timed(() => verifyExport(file, { outside: [] }));
    const [readMs] = await timed(() => hashDatabase(pool));
    const [databaseMs, ofDatabase] = await timed(() => verifyDatabase(pool, { outside: [] }));
    if (ofFile.broken || ofDatabase.broken) throw new Error('The chain is broken.');
    const times = (ms: number) =>
      `${(ms / 1000).toFixed(2)} s, ${(ms / hashMs).toFixed(2)} × hashing`;
    console.log(
      `Round ${round}, ${hashed} records: hashing alone ${(hashMs / 1000).toFixed(2)} s; the export ${times(fileMs)}; the database ${times(databaseMs)}, ${(databaseMs / readMs).toFixed(2)} × reading it and hashing alone (${(readMs / 1000).toFixed(2)} s)`,
    );
  }
  await fillMoves(pool, moves);
  await sealRecords(db, signer, Date.now);
  await pool.query('VACUUM ANALYZE audit_record, audit_link');
  await timeBeside('each with its record');
  await removeOne(pool);
  await timeBeside('one without');
} finally {
  await db.destroy();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}
