import { mkdtempSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBenchBackend } from './bench/bench-database.ts';
import { loadAndUpdate } from './bench/load-and-update.ts';
import type { LookUps } from './bench/look-ups.ts';
import type { PullAsked, PullReport } from './bench/pull-beside.ts';
import { startChild } from './faults/child.ts';

/** About a million rows of the copy. */
const PATIENTS = 118_000;
const ROWS = 1_000_000;

/** A nice value. */
const AFTER_THE_DESK = 19;

const USAGE = `npm run bench:sync -- [--patients ${PATIENTS}] [--rows ${ROWS}] [--folder PATH]

Seeds a backend, pulls rows into a desk's copy and looks patients up meanwhile. A folder is kept,
and its patients are taken again the next time.`;

const { values: wanted } = parseArgs({
  options: {
    patients: { type: 'string', default: String(PATIENTS) },
    rows: { type: 'string', default: String(ROWS) },
    folder: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const [patients, rows] = [Number(wanted.patients), Number(wanted.rows)];
if (wanted.help || !(patients >= 2_000 && rows >= 30_000)) {
  console.log(USAGE);
  process.exit(wanted.help ? 0 : 2);
}
const deskFile = new URL('./bench/desk-child.ts', import.meta.url);

const ms = (value: number) => `${value.toFixed(2)} ms`;
const times = (value: number) => `${value.toFixed(2)} ×`;

function line(name: string, { took, delay, busy, fromCopy }: LookUps): string {
  return [
    `${name}: ${took.count} look-ups, ${fromCopy} from the copy;`,
    `median ${ms(took.median)}, p99 ${ms(took.p99)}, longest ${ms(took.longest)};`,
    `main thread late: p99 ${ms(delay.p99)}, longest ${ms(delay.longest)};`,
    `at work itself: p99 ${ms(busy.p99)}, longest ${ms(busy.longest)}`,
  ].join(' ');
}

const scratch = mkdtempSync(join(tmpdir(), 'remit-bench-'));
try {
  const desk = await startChild<string>(deskFile, null, join(scratch, 'desk.log'));
  // The backend is another machine's work: here it gives way to the desk, whose process is there already.
  setPriority(0, AFTER_THE_DESK);
  const backend = await openBenchBackend(wanted.folder ?? scratch, patients);
  console.log(`A backend with ${backend.guarantors} guarantors`);
  const asked: PullAsked = { backendUrl: backend.url, folder: scratch, mostRows: rows };
  const pull = await desk.ask<PullReport>('pull', asked).finally(() => backend.stop());
  await desk.kill();
  const { idle, pulling } = pull;
  console.log(`Pulled ${pull.rows} rows, ${Math.round(pull.rowsPerSecond)} a second`);
  console.log(line('Idle', idle));
  console.log(line('While pulling', pulling));
  console.log(
    `Pulling against idle: median ${times(pulling.took.median / idle.took.median)}, p99 ${times(pulling.took.p99 / idle.took.p99)}`,
  );
  const load = loadAndUpdate(scratch, Math.ceil(patients / 3));
  console.log(
    `Loading ${load.rows} rows: indexes first take ${times(load.indexedFirstMs / load.indexedAfterMs)} the time of indexes after`,
  );
  console.log(
    `Changing ${Math.round((load.rows * 2) / 3)} rows: naming unchanged indexed columns takes ${times(load.namedMs / load.leftOutMs)} the time of leaving them out`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}
process.exit();
