import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadArguments } from '#backend/command/typed-words.ts';
import { type LifeArguments, readArguments, USAGE } from './plans-life/arguments.ts';
import { openEmptyDatabase } from './plans-life/empty-database.ts';
import { fullCalendar } from './plans-life/life-calendar.ts';
import { live } from './plans-life/live.ts';
import type { LifeReport } from './plans-life/report.ts';
import { isSound, lifeTable } from './plans-life/table.ts';

const interrupt = new AbortController();
const { signal } = interrupt;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () => interrupt.abort());
}

/** On a PostgreSQL of its own, of which nothing is left behind. */
async function run({ plans, months, seed }: LifeArguments): Promise<LifeReport> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-plans-'));
  try {
    const { databaseUrl, stop } = await openEmptyDatabase(folder);
    try {
      return await live({
        databaseUrl,
        ...{ plans, months, seed, signal },
        calendar: fullCalendar,
        onMonth: (month, on, payments) =>
          process.stderr.write(
            `  month ${month} of ${months}, ${on}: ${payments} payments so far\n`,
          ),
      });
    } finally {
      await stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

try {
  const wanted = readArguments(process.argv.slice(2));
  if (!wanted) console.log(USAGE);
  else {
    process.stderr.write(`The lives of ${wanted.plans} plans, seed ${wanted.seed}\n`);
    const report = await run(wanted);
    console.log(wanted.json ? JSON.stringify(report) : lifeTable(report));
    process.exitCode = isSound(report) ? 0 : 1;
  }
} catch (error) {
  if (error instanceof BadArguments) console.error(error.message);
  else if (signal.aborted) console.error('Stopped; nothing was left behind.');
  else console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof BadArguments ? 2 : signal.aborted ? 130 : 1;
}
process.exit();
