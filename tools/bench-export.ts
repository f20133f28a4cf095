import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { newSecrets } from '#backend/secrets.ts';
import { SANDBOX_PASSWORD } from '#backend/sign-in/sandbox-accounts.ts';
import { startBackend } from '#backend/start.ts';
import { createBackendClient } from '#electron/backend/client.ts';
import { patientTimeouts } from '#electron/backend/timeouts.ts';
import type { ExportStart, FromExport } from '#electron/exports/messages.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { ExportFormat } from '#shared/export/lists.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import { openSearchDatabase } from './bench/search-database.ts';

const PAYMENTS = 1_000_000;
const AS_OF = '2026-11-20T18:00:00.000Z';
const USAGE = `npm run bench:export -- [--payments ${PAYMENTS}] [--folder PATH] [--format csv|pdf]

Fills a PostgreSQL with made-up payments, exports all of them through a real backend and the thread that writes
files, and says how long that took and how much memory it had. A folder is kept for the next time.`;

const { values: wanted } = parseArgs({
  options: {
    payments: { type: 'string', default: String(PAYMENTS) },
    folder: { type: 'string' },
    format: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const payments = Number(wanted.payments);
if (wanted.help || !(payments >= 1_000)) {
  console.log(USAGE);
  process.exit(wanted.help ? 0 : 2);
}

const root = resolve(import.meta.dirname, '..');
const fonts = join(root, 'node_modules/@expo-google-fonts/inter');
const typeface = {
  regular: join(fonts, '400Regular/Inter_400Regular.ttf'),
  semiBold: join(fonts, '600SemiBold/Inter_600SemiBold.ttf'),
};

/** Runs the thread to its last word. */
function write(workerData: ExportStart): Promise<FromExport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(root, 'electron/exports/worker/export-worker.ts'), {
      workerData,
    });
    worker.on('message', (message: FromExport) => {
      if (message.kind !== 'begun' && message.kind !== 'progress') resolve(message);
    });
    worker.on('error', reject);
  });
}

const scratch = mkdtempSync(join(tmpdir(), 'remit-bench-'));
const database = await openSearchDatabase(wanted.folder ?? scratch, payments, AS_OF);
const backend = await startBackend({
  databaseUrl: database.databaseUrl,
  ...newSecrets(),
  // Nobody pays here.
  processorUrl: 'http://127.0.0.1:9',
  resolveEveryMs: 3_600_000,
  clock: () => Date.parse(AS_OF),
});
try {
  const body = { userId: 's.lindqvist', password: SANDBOX_PASSWORD, workstationId: randomUUID() };
  const { token } = await createBackendClient(backend.url, patientTimeouts).ask('signIn', { body });
  for (const format of ExportFormat.options.filter(each => each === (wanted.format ?? each))) {
    const path = join(scratch, `payments.${format}`);
    const filters = { filters: noFilters, sort: newestFirst };
    let mostBytes = 0;
    const before = process.memoryUsage.rss();
    const look = setInterval(() => {
      mostBytes = Math.max(mostBytes, process.memoryUsage.rss() - before);
    }, 100);
    const began = performance.now();
    const ended = await write({
      backendUrl: backend.url,
      token,
      order: { exportId: randomUUID(), list: 'payments', filters, format },
      path,
      unfinished: `${path}.part`,
      typeface,
      by: { name: 'Sanna Lindqvist', at: instantOf(Date.parse(AS_OF)) },
      sandbox: true,
      silenceMs: 60_000,
    });
    clearInterval(look);
    const seconds = (performance.now() - began) / 1_000;
    const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
    if (ended.kind !== 'saved') throw new Error(JSON.stringify(ended));
    console.log(
      `${format}: ${ended.rows} rows in ${seconds.toFixed(1)} s, ${Math.round(ended.rows / seconds)} a second; file ${megabytes(statSync(path).size)}; server and desk together took ${megabytes(mostBytes)} more at most`,
    );
  }
} finally {
  await backend.stop();
  await database.stop();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}
process.exit();
