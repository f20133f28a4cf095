import { sandboxAch } from './ach/compose-ach.ts';
import { signerOf } from './audit/signing-key.ts';
import { type AuditOptions, noteServer, startSealing } from './audit/start-audit.ts';
import { createVerifier } from './audit/verification/verifier.ts';
import { trimLog } from './changes/trim.ts';
import { connect, type Database, openPool } from './database/connect.ts';
import { startEvents } from './events/start-events.ts';
import { openStreams } from './events/streams.ts';
import { closeServer } from './http/close.ts';
import type { InternalFault } from './http/problems.ts';
import { takeTurns } from './jobs/take-turns.ts';
import { sendLetters } from './letters/send-letters.ts';
import { startResolver } from './payments/resolver.ts';
import { httpProcessor } from './processor/http.ts';
import { noPost } from './receipts/post.ts';
import { openPost, type PostOptions } from './receipts/sandbox-post.ts';
import { sendDueReceipts } from './receipts/send-receipt.ts';
import type { RunReport } from './runs/run-once.ts';
import { startRuns } from './runs/start-runs.ts';
import { buildServer } from './server.ts';
import { passwordSignIn } from './sign-in/password-sign-in.ts';
import { bankVault } from './vault/bank-vault.ts';
import { documentVault } from './vault/document-vault.ts';
import type { VaultKey } from './vault/key-ring.ts';

export interface StartOptions {
  /** Of a database that is migrated. */
  readonly databaseUrl: string;
  readonly processorUrl: string;
  readonly noticeSecret: string;
  /** Opens the vault of bank accounts; the same wherever a server works on this database. */
  readonly vaultKey: string;
  /** Keys of the vault that came after it, oldest first; the last one seals. */
  readonly laterVaultKeys?: readonly VaultKey[] | undefined;
  /** Any free one when left out. */
  readonly port?: number | undefined;
  readonly clock?: () => number;
  /** How far a sandbox's clock is ahead of the real time, in ms; nothing is said of it when left out. */
  readonly ahead?: () => number;
  /** How long the processor may take before an outcome counts as unknown. */
  readonly processorTimeoutMs?: number;
  /** How long a claimed payment is left to the server that claimed it. */
  readonly leaseMs?: number;
  /** How often open payments are looked after. */
  readonly resolveEveryMs?: number;
  /** How often is looked for something new to tell the desks that listen. */
  readonly lookEveryMs?: number;
  /** How often a desk that listens is shown that the line is alive. */
  readonly beatEveryMs?: number;
  /** How often the log of changes is looked through for what is too old. */
  readonly trimEveryMs?: number;
  /** How often is looked for runs that are due; never when left out. */
  readonly runEveryMs?: number;
  /** Hears of each run of this server that has ended. */
  readonly runEnded?: (run: RunReport) => void;
  /** Where receipts and letters leave by; without it they are kept until there is one. */
  readonly post?: PostOptions | undefined;
  /** Chains and signs what is written down; left to other servers when left out. */
  readonly audit?: AuditOptions | undefined;
  /** How often is looked for receipts and letters that have not left. */
  readonly postEveryMs?: number;
  readonly report?: (fault: InternalFault) => void;
}

export interface RunningBackend {
  readonly url: string;
  readonly db: Database;
  stop(): Promise<void>;
}

/** One line for the operators: where, and what kind of error; messages of a database may hold data. */
function reportOnStderr({ route, error }: InternalFault): void {
  const { name, code, constraint, stack } = Object(error);
  const where = String(stack ?? '')
    .split('\n')
    .filter(line => line.startsWith('    at '))
    .slice(0, 4)
    .map(line => line.trim());
  process.stderr.write(`${JSON.stringify({ route, name, code, constraint, where })}\n`);
}

/** Puts the billing server together and starts it on loopback, with what it does unasked. */
export async function startBackend(options: StartOptions): Promise<RunningBackend> {
  const clock = options.clock ?? Date.now;
  const report = options.report ?? reportOnStderr;
  const db = connect(openPool(options.databaseUrl, 20));
  const feedPool = openPool(options.databaseUrl, 4);
  const feedDb = connect(feedPool);
  const { audit, databaseUrl } = options;
  const unaudited = (error: unknown) => report({ route: 'audit', error });
  const verifier = createVerifier({ db, clock, databaseUrl, audit, report: unaudited });
  const parts = {
    db,
    feedDb,
    auditPool: feedPool,
    verifier,
    processor: httpProcessor({
      url: options.processorUrl,
      timeoutMs: options.processorTimeoutMs ?? 8_000,
    }),
    signer: options.audit && signerOf(options.audit.key),
    vault: bankVault(options.vaultKey, options.laterVaultKeys),
    documentVault: documentVault(options.vaultKey, options.laterVaultKeys),
    signIn: passwordSignIn(db, clock),
    post: options.post ? openPost(options.post) : noPost,
    clock,
    ahead: options.ahead ?? (() => 0),
    noticeSecret: options.noticeSecret,
    leaseMs: options.leaseMs ?? 30_000,
    streams: openStreams(),
    openAch: (at: () => number) => sandboxAch({ ...options, db, clock: at }),
    sandbox: true,
    report,
  };
  const app = await buildServer(parts);
  const url = await app
    .listen({ host: '127.0.0.1', port: options.port ?? 0 })
    .catch(async error => {
      await app.close();
      await Promise.all([db.destroy(), feedDb.destroy()]);
      throw error;
    });
  const resolver = startResolver(parts, options.resolveEveryMs ?? 1_000, error =>
    report({ route: 'resolver', error }),
  );
  const trimmer = takeTurns(
    () => trimLog(feedDb, clock()),
    options.trimEveryMs ?? 3_600_000,
    error => report({ route: 'trimmer', error }),
  );
  const runs = startRuns(parts, options.runEveryMs, {
    ended: options.runEnded ?? (() => undefined),
    failed: error => report({ route: 'runs', error }),
  });
  const poster = takeTurns(
    () => sendDueReceipts(parts),
    options.postEveryMs ?? 10_000,
    error => report({ route: 'receipts', error }),
  );
  const letters = takeTurns(
    async () => {
      for (const error of await sendLetters(parts)) report({ route: 'letters', error });
    },
    options.postEveryMs ?? 10_000,
    error => report({ route: 'letters', error }),
  );
  const events = startEvents({
    ...parts,
    databaseUrl: options.databaseUrl,
    lookEveryMs: options.lookEveryMs ?? 250,
    beatEveryMs: options.beatEveryMs ?? 15_000,
    report: error => report({ route: 'events', error }),
  });
  await noteServer(parts, 'backend_started', url).catch(unaudited);
  const sealing = audit && (await startSealing(parts, audit, unaudited));
  return {
    url,
    db,
    async stop() {
      const atWork = [resolver, trimmer, runs, poster, letters, events];
      await Promise.all(atWork.map(each => each.stop()));
      await verifier.stop();
      await closeServer(app);
      await noteServer(parts, 'backend_stopped', url).catch(unaudited);
      await sealing?.stop();
      await Promise.all([db.destroy(), feedDb.destroy()]);
    },
  };
}
