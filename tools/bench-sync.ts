import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchBackend } from './bench/bench-database.ts';
import { loadAndUpdate } from './bench/load-and-update.ts';
import type { LookUps } from './bench/look-ups.ts';
import { pullBeside } from './bench/pull-beside.ts';

/** About a million rows of the copy. */
const PATIENTS = 118_000;
const IDLE_MS = 15_000;

const [patients = PATIENTS] = process.argv.slice(2).map(Number);
const ms = (value: number) => `${value.toFixed(2)} ms`;
const times = (value: number) => `${value.toFixed(2)} ×`;

function line(name: string, { took, delay, fromCopy }: LookUps): string {
  return [
    `${name}: ${took.count} look-ups, ${fromCopy} from the copy;`,
    `median ${ms(took.median)}, p99 ${ms(took.p99)}, longest ${ms(took.longest)};`,
    `main thread late: p99 ${ms(delay.p99)}, longest ${ms(delay.longest)}`,
  ].join(' ');
}

const folder = mkdtempSync(join(tmpdir(), 'remit-bench-'));
try {
  const backend = await openBenchBackend(folder, patients);
  console.log(
    `Seeded ${backend.seeded.guarantors} guarantors in ${backend.seeded.seconds.toFixed(0)} s`,
  );
  const pull = await pullBeside(backend.url, folder, IDLE_MS).finally(() => backend.stop());
  console.log(
    `Pulled ${pull.rows} rows in ${pull.seconds.toFixed(1)} s: ${Math.round(pull.rowsPerSecond)} rows/s`,
  );
  console.log(line('Idle, a small copy', pull.before));
  console.log(line('While pulling', pull.during));
  console.log(line('Idle, the whole copy', pull.after));
  for (const [name, idle] of [
    ['small', pull.before],
    ['whole', pull.after],
  ] as const) {
    console.log(
      `Pulling against idle with the ${name} copy: median ${times(pull.during.took.median / idle.took.median)}, p99 ${times(pull.during.took.p99 / idle.took.p99)}`,
    );
  }
  const load = loadAndUpdate(folder, Math.ceil(patients / 3));
  console.log(
    `Loading ${load.rows} rows: indexes first take ${times(load.indexedFirstMs / load.indexedAfterMs)} the time of indexes after`,
  );
  console.log(
    `Changing ${Math.round((load.rows * 2) / 3)} rows: naming unchanged indexed columns takes ${times(load.namedMs / load.leftOutMs)} the time of leaving them out`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
process.exit();
