import { once } from 'node:events';
import { publishKeys } from './audit/public-keys.ts';
import type { AuditKey } from './audit/signing-key.ts';
import { checkPort, onPort } from './command/ports.ts';
import { type BackendArguments, readArguments, USAGE } from './command/read-arguments.ts';
import { postOf } from './command/read-mail.ts';
import { readyDatabase } from './command/ready-database.ts';
import { BadArguments } from './command/typed-words.ts';
import { openEmbedded } from './database/embedded.ts';
import type { RunReport } from './runs/run-once.ts';
import { followClock } from './sandbox/clock.ts';
import { type RunningProcessor, startSandboxProcessor } from './sandbox/processor/start.ts';
import { readAuditKeys, readSecrets, type Secrets } from './secrets.ts';
import { startBackend } from './start.ts';

const stopped = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => stopped.abort());
}

const say = (line: string) => console.log(line);

/** How often is looked for runs that are due. */
const RUN_EVERY_MS = 30_000;

/** Runs that found nothing to do are kept, and not told. */
function sayRun({ done, differenceCents, line }: RunReport): void {
  if (done > 0 || differenceCents > 0) say(line);
}

async function ownDatabase(folder: string, started: AsyncDisposableStack): Promise<string> {
  const server = await openEmbedded(folder);
  started.defer(() => server.stop());
  return server.databaseUrl;
}

async function ownProcessor(
  databaseUrl: string,
  port: number | undefined,
  secrets: Secrets,
  clock: () => number,
  started: AsyncDisposableStack,
): Promise<RunningProcessor> {
  const processor = await onPort('--processor-port', port, () =>
    startSandboxProcessor({ databaseUrl, port, clock, ...secrets }),
  );
  started.defer(() => processor.stop());
  return processor;
}

/** Starts whatever is wanted, each to be stopped before what it stands on, and gives the address. */
async function start(wanted: BackendArguments, started: AsyncDisposableStack): Promise<string> {
  const { port, processorPort, data } = wanted;
  await checkPort('--port', port);
  await checkPort('--processor-port', processorPort);
  const secrets = await readSecrets(data);
  const [auditKey] = (await readAuditKeys(data)).slice(-1) as [AuditKey];
  await publishKeys(data);
  const databaseUrl = wanted.databaseUrl ?? (await ownDatabase(data, started));
  await readyDatabase(databaseUrl, { ...wanted, signal: stopped.signal, say });
  stopped.signal.throwIfAborted();
  const { clock, ahead, stop } = await followClock(databaseUrl);
  started.defer(stop);
  const processor = wanted.processorUrl
    ? { url: wanted.processorUrl }
    : await ownProcessor(databaseUrl, processorPort, secrets, clock, started);
  const { noticeSecret, vaultKey, laterVaultKeys } = secrets;
  const backend = await onPort('--port', port, () =>
    startBackend({
      databaseUrl,
      processorUrl: processor.url,
      noticeSecret,
      vaultKey,
      laterVaultKeys,
      port,
      clock,
      ahead,
      runEveryMs: RUN_EVERY_MS,
      runEnded: sayRun,
      audit: { key: auditKey, folder: data },
      post: postOf(data, wanted),
    }),
  );
  started.defer(() => backend.stop());
  if ('sendNoticesTo' in processor) processor.sendNoticesTo(`${backend.url}/v1/processor-notices`);
  return backend.url;
}

/** Runs until it is told to stop; what was started until then, or until something failed, is stopped. */
async function run(wanted: BackendArguments): Promise<void> {
  await using started = new AsyncDisposableStack();
  say(`listening on ${await start(wanted, started)}`);
  if (!stopped.signal.aborted) await once(stopped.signal, 'abort');
}

function exitCodeOf(error: unknown): number {
  if (stopped.signal.aborted) return 0;
  console.error(error instanceof Error ? error.message : error);
  return error instanceof BadArguments ? 2 : 1;
}

try {
  const wanted = readArguments(process.argv.slice(2), process.env);
  if (wanted) await run(wanted);
  else say(USAGE);
  process.exit();
} catch (error) {
  process.exit(exitCodeOf(error));
}
