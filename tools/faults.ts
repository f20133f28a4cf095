import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadArguments } from '#backend/command/typed-words.ts';
import { type FaultsArguments, readArguments, USAGE } from './faults/arguments.ts';
import { openOwnDatabase } from './faults/own-database.ts';
import { stormProgressOn } from './faults/progress.ts';
import { type StormReport, storm } from './faults/storm.ts';
import { isSound, stormTable } from './faults/table.ts';

/** Runs a storm on a database of its own. Its folder stays when something was found, for its logs. */
async function run({ payments, seed }: FaultsArguments): Promise<StormReport> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-faults-'));
  const server = await openOwnDatabase(folder, seed);
  let report: StormReport | undefined;
  try {
    const onProgress = stormProgressOn(process.stderr);
    report = await storm({ databaseUrl: server.databaseUrl, folder, payments, seed, onProgress });
    return report;
  } finally {
    await server.stop();
    if (report && isSound(report)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    else process.stderr.write(`\nJournals, logs and database are kept in ${folder}\n`);
  }
}

try {
  const wanted = readArguments(process.argv.slice(2));
  if (!wanted) console.log(USAGE);
  else {
    process.stderr.write(`A storm of ${wanted.payments} payments, seed ${wanted.seed}\n`);
    const report = await run(wanted);
    console.log(wanted.json ? JSON.stringify(report) : stormTable(report));
    process.exitCode = isSound(report) ? 0 : 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof BadArguments ? 2 : 1;
}
process.exit();
