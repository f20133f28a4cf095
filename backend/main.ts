import { parseArgs } from 'node:util';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { connect, openPool } from './database/connect.ts';
import { type EmbeddedServer, openEmbedded } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { startSandboxProcessor } from './sandbox/processor/start.ts';
import { readSecrets } from './secrets.ts';
import { AlreadySeeded, seedDatabase } from './seed/seed-database.ts';
import { readySandboxAccounts } from './sign-in/sandbox-accounts.ts';
import { startBackend } from './start.ts';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string', default: '.data/backend' },
    patients: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    'processor-port': { type: 'string' },
  },
});
const { DATABASE_URL, PROCESSOR_URL } = process.env;

const ends: (() => Promise<void>)[] = [];
let ending: Promise<void> | undefined;

/** Ends what was started, the last first. */
function end(): Promise<void> {
  ending ??= (async () => {
    for (const stop of ends.reverse()) await stop();
  })();
  return ending;
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => end().then(() => process.exit(0)));
}

async function openDatabase(): Promise<string> {
  if (DATABASE_URL) return DATABASE_URL;
  const server: EmbeddedServer = await openEmbedded(options.data);
  ends.push(() => server.stop());
  return server.databaseUrl;
}

async function readyDatabase(databaseUrl: string): Promise<void> {
  const pool = openPool(databaseUrl, 2);
  const db = connect(pool);
  try {
    await migrate(db);
    await readySandboxAccounts(db, Date.now());
    const { rowCount } = await pool.query('SELECT FROM guarantor LIMIT 1');
    if (rowCount) return;
    console.log(`seeding ${options.patients} patients …`);
    await seedDatabase(pool, {
      patients: Number(options.patients),
      seed: options.seed,
      asOf: dateIn('UTC', instantOf(Date.now())),
    });
  } catch (error) {
    // Another server that started at the same time was faster.
    if (!(error instanceof AlreadySeeded)) throw error;
  } finally {
    await db.destroy();
  }
}

const portOf = (typed: string | undefined) => (typed === undefined ? {} : { port: Number(typed) });

async function start(): Promise<string> {
  const databaseUrl = await openDatabase();
  await readyDatabase(databaseUrl);
  const secrets = await readSecrets(options.data);
  const processor = PROCESSOR_URL
    ? undefined
    : await startSandboxProcessor({
        databaseUrl,
        ...secrets,
        ...portOf(options['processor-port']),
      });
  if (processor) ends.push(() => processor.stop());
  const backend = await startBackend({
    databaseUrl,
    processorUrl: processor?.url ?? String(PROCESSOR_URL),
    noticeSecret: secrets.noticeSecret,
    ...portOf(options.port),
  });
  ends.push(() => backend.stop());
  processor?.sendNoticesTo(`${backend.url}/v1/processor-notices`);
  return backend.url;
}

try {
  console.log(`listening on ${await start()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end();
  process.exit(1);
}
