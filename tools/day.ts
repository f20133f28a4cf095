import { existsSync } from 'node:fs';
import { sandboxAch } from '#backend/ach/compose-ach.ts';
import { postOf } from '#backend/command/read-mail.ts';
import { BadArguments } from '#backend/command/typed-words.ts';
import { connect, openPool } from '#backend/database/connect.ts';
import { openEmbedded } from '#backend/database/embedded.ts';
import { migrate } from '#backend/database/migrate.ts';
import { inDatabase } from '#backend/database/refused-by-database.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { httpProcessor } from '#backend/processor/http.ts';
import { openPost } from '#backend/receipts/sandbox-post.ts';
import { nameOfRun } from '#backend/runs/claim.ts';
import type { RunReport } from '#backend/runs/run-once.ts';
import { PIECE_SIZE } from '#backend/runs/start-runs.ts';
import { runSteps } from '#backend/runs/steps.ts';
import { serversFollow } from '#backend/sandbox/clock.ts';
import { moveToDay } from '#backend/sandbox/move-to-day.ts';
import { type MovingClock, movingClock } from '#backend/sandbox/moving-clock.ts';
import { startSandboxProcessor } from '#backend/sandbox/processor/start.ts';
import { readSecrets } from '#backend/secrets.ts';
import { readySandboxAccounts } from '#backend/sign-in/sandbox-accounts.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { type DayArguments, readArguments, USAGE } from './day/arguments.ts';
import { dayTeller, progressOn } from './day/say-days.ts';

/** A server that died in the middle of a run is waited for this long. */
const LEASE_MS = 15_000;
/** Regions work side by side. */
const CONNECTIONS = 12;
const PROCESSOR_TIMEOUT_MS = 8_000;

async function openDatabase({ data, databaseUrl }: DayArguments) {
  if (databaseUrl) return { databaseUrl, stop: async () => undefined };
  if (existsSync(data)) return openEmbedded(data);
  throw new Error(
    `There is no sandbox in ${data}; start it once with npm start, or set DATABASE_URL.`,
  );
}

/** The sandbox's card network is in its database, so one more door to it may be opened. */
async function openProcessor(wanted: DayArguments, databaseUrl: string, clock: MovingClock) {
  if (wanted.processorUrl) return { url: wanted.processorUrl, stop: async () => undefined };
  const secrets = await readSecrets(wanted.data);
  return startSandboxProcessor({ databaseUrl, ...secrets, clock: clock.now });
}

async function move(wanted: DayArguments, databaseUrl: string) {
  await using opened = new AsyncDisposableStack();
  const pool = openPool(databaseUrl, CONNECTIONS);
  const db = connect(pool);
  opened.defer(() => db.destroy());
  await migrate(db);
  const clock = await movingClock(pool);
  const from = instantOf(clock.now());
  const { url, stop } = await openProcessor(wanted, databaseUrl, clock);
  opened.defer(stop);
  const processor = httpProcessor({ url, timeoutMs: PROCESSOR_TIMEOUT_MS });
  const teller = dayTeller(wanted.json ? () => undefined : console.log);
  const progress = progressOn(process.stderr);
  const runs: RunReport[] = [];
  const keys = await readSecrets(wanted.data);
  const openAch = (at: () => number) => sandboxAch({ ...keys, db, clock: at });
  const post = openPost(postOf(wanted.data, wanted));
  const parts = { db, processor, post, openAch, leaseMs: LEASE_MS, pieceSize: PIECE_SIZE };
  await moveToDay(parts, clock, runSteps, wanted.date, {
    progress: (run, latest) => progress.show(nameOfRun(run), latest),
    ended(run) {
      progress.clear();
      runs.push(run);
      teller.ended(run);
    },
  });
  teller.close();
  // Nobody signs in to a sandbox for months at a time, and everybody is to be let in again.
  await readySandboxAccounts(db, clock.now());
  await serversFollow();
  return { from, at: instantOf(clock.now()), runs, ledger: await ledgerReport(pool) };
}

try {
  const wanted = readArguments(process.argv.slice(2), process.env);
  if (!wanted) console.log(USAGE);
  else {
    const server = await openDatabase(wanted);
    try {
      const moved = await inDatabase(server.databaseUrl, () => move(wanted, server.databaseUrl));
      const { checks, differences } = moved.ledger;
      if (wanted.json) console.log(JSON.stringify(moved));
      else {
        console.log(
          `It is ${wanted.date} in the sandbox (${moved.at}); ledger: ${checks} checks, ${differences.length} differences.`,
        );
        console.log(
          'Servers that run have followed within a second and desks within five; who was signed in still is.',
        );
      }
      const differs = differences.length > 0 || moved.runs.some(run => run.differenceCents > 0);
      process.exitCode = differs ? 1 : 0;
    } finally {
      await server.stop();
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof BadArguments ? 2 : 1;
}
