import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadArguments } from '#backend/command/typed-words.ts';
import { type FaultsArguments, readArguments, USAGE } from './faults/arguments.ts';
import { openOwnDatabase } from './faults/own-database.ts';
import { stormProgressOn } from './faults/progress.ts';
import { type StormReport, storm } from './faults/storm.ts';
import { isSound, stormTable } from './faults/table.ts';

const interrupt = new AbortController();
const { signal } = interrupt;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () => interrupt.abort());
}

/** Storms in `folder`, on a database of its own. */
async function stormIn(folder: string, { payments, seed }: FaultsArguments): Promise<StormReport> {
  const { databaseUrl, stop } = await openOwnDatabase(folder, seed, signal);
  try {
    const onProgress = stormProgressOn(process.stderr);
    return await storm({ databaseUrl, folder, payments, seed, onProgress, signal });
  } finally {
    await stop();
  }
}

/** Leaves nothing behind; only where something was found its folder stays, for its logs. */
async function run(wanted: FaultsArguments): Promise<StormReport> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-faults-'));
  let report: StormReport | undefined;
  try {
    report = await stormIn(folder, wanted);
    return report;
  } finally {
    const isWanted = !signal.aborted && !(report && isSound(report));
    if (isWanted) process.stderr.write(`\nJournals, logs and database are kept in ${folder}\n`);
    else rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

function failure(error: unknown): { sentence: string; exitCode: number } {
  if (error instanceof BadArguments) return { sentence: error.message, exitCode: 2 };
  // PostgreSQL hears of an interrupt, too, and may be the one whose end is noticed first.
  if (signal.aborted) return { sentence: '\nStopped; nothing was left behind.', exitCode: 130 };
  return { sentence: error instanceof Error ? error.message : String(error), exitCode: 1 };
}

try {
  const wanted = readArguments(process.argv.slice(2));
  if (!wanted) console.log(USAGE);
  else {
    process.stderr.write(`A storm of ${wanted.payments} payments, seed ${wanted.seed}\n`);
    const report = await run(wanted);
    if (process.stderr.isTTY) process.stderr.write('\n');
    console.log(wanted.json ? JSON.stringify(report) : stormTable(report));
    process.exitCode = isSound(report) ? 0 : 1;
  }
} catch (error) {
  const { sentence, exitCode } = failure(error);
  console.error(sentence);
  process.exitCode = exitCode;
}
process.exit();
