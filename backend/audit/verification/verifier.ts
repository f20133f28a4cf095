import { Worker } from 'node:worker_threads';
import type { AuditVerification } from '#shared/contract/audit-verification.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { takeTurns } from '../../jobs/take-turns.ts';
import type { AuditOptions } from '../start-audit.ts';
import type { DatabaseVerdict } from '../verify/verify-database.ts';
import type { Believed } from '../verify/verify-export.ts';
import { believedOf } from './believed.ts';
import {
  askForEnd,
  beatRow,
  beginRow,
  type Ended,
  endRow,
  latestRow,
} from './verification-rows.ts';
import type { VerifyOrder } from './verify-worker.ts';

/** Verifies the trail beside the server, in a thread of its own: the server answers meanwhile. */
export interface AuditVerifier {
  /** Begins one, or joins the one that is under way on any server. */
  begin(person: Person): Promise<AuditVerification | null>;
  latest(): Promise<AuditVerification | null>;
  cancel(person: Person, verificationId: string): Promise<AuditVerification | null>;
  stop(): Promise<void>;
}

interface Parts {
  readonly db: Database;
  readonly clock: () => number;
  readonly databaseUrl: string;
  readonly audit: AuditOptions | undefined;
  readonly report: (error: unknown) => void;
}

const SAY_EVERY_MS = 250;

const ended = (verdict: DatabaseVerdict, tookMs: number): Ended => ({
  outcome: verdict.broken ? 'broken' : 'whole',
  checked: verdict.records,
  tookMs,
  broken: verdict.broken,
});

export function createVerifier({ db, clock, databaseUrl, audit, report }: Parts): AuditVerifier {
  const underWay = new Map<string, { readonly worker: Worker; readonly done: Promise<void> }>();

  function run(id: string, believed: Believed): void {
    const began = performance.now();
    const checked = new SharedArrayBuffer(4);
    const count = () => Atomics.load(new Int32Array(checked), 0);
    const order: VerifyOrder = { ...believed, databaseUrl, checked };
    const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), {
      workerData: order,
    });
    const verdict = new Promise<DatabaseVerdict | undefined>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => resolve(undefined));
    });
    const beats = takeTurns(
      async () => {
        if (await beatRow(db, id, count())) await worker.terminate();
      },
      SAY_EVERY_MS,
      report,
    );
    const outcome = verdict
      .then(async (found): Promise<Ended> => {
        const tookMs = Math.round(performance.now() - began);
        return found
          ? ended(found, tookMs)
          : { outcome: 'cancelled', checked: count(), tookMs, broken: null };
      })
      .catch((error): Ended => {
        report(error);
        return { outcome: 'failed', checked: count(), tookMs: null, broken: null };
      });
    const done = outcome
      .then(async how => {
        await beats.stop();
        await endRow(db, id, how, clock());
      })
      .catch(report)
      .finally(() => underWay.delete(id));
    underWay.set(id, { worker, done });
  }

  return {
    async begin(person) {
      const id = await beginRow(db, person, clock());
      if (id) {
        await believedOf(audit).then(
          believed => run(id, believed),
          error => {
            // Keys or anchors that cannot be read prove nothing, and must not hold up whoever tries again.
            report(error);
            const nothing = { checked: 0, tookMs: null, broken: null };
            return endRow(db, id, { outcome: 'failed', ...nothing }, clock());
          },
        );
      }
      return latestRow(db);
    },
    latest: () => latestRow(db),
    async cancel(person, verificationId) {
      await askForEnd(db, person, verificationId);
      // On this server at once; another one's hears of it at its next beat.
      const mine = underWay.get(verificationId);
      await mine?.worker.terminate();
      await mine?.done;
      return latestRow(db);
    },
    async stop() {
      for (const { worker, done } of underWay.values()) {
        await worker.terminate();
        await done;
      }
    },
  };
}
