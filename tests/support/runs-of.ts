import type pg from 'pg';
import { sandboxAch } from '#backend/ach/compose-ach.ts';
import { connect, openPool } from '#backend/database/connect.ts';
import { httpProcessor } from '#backend/processor/http.ts';
import { openPost } from '#backend/receipts/sandbox-post.ts';
import { runDue } from '#backend/runs/run-due.ts';
import type { RunReport } from '#backend/runs/run-once.ts';
import type { RunParts, RunStep } from '#backend/runs/run-step.ts';
import { runSteps } from '#backend/runs/steps.ts';
import type { TestBackend } from './test-backend.ts';

export interface Runner {
  readonly parts: RunParts;
  /** Does what is due at the backend's clock, as a server does at its turn. */
  turn(steps?: readonly RunStep[]): Promise<RunReport[]>;
  close(): Promise<void>;
}

/** Runs as one more server of a test's backend has them. */
export function openRunner(backend: TestBackend, leaseMs = 30_000): Runner {
  const db = connect(openPool(backend.databaseUrl, 4));
  const processor = httpProcessor({ url: backend.processorUrl, timeoutMs: 1_500 });
  const { vaultKey } = backend.secrets;
  const openAch = (clock: () => number) => sandboxAch({ db, clock, vaultKey });
  const post = openPost({ folder: backend.outbox, from: 'receipts@remit.invalid' });
  const parts = { db, processor, post, openAch, clock: backend.now, leaseMs, pieceSize: 2 };
  return {
    parts,
    async turn(steps = runSteps) {
      const ended: RunReport[] = [];
      const failed: unknown[] = [];
      await runDue(parts, steps, {
        ended: run => ended.push(run),
        failed: error => failed.push(error),
      });
      if (failed.length > 0) throw failed[0];
      return ended;
    },
    close: () => db.destroy(),
  };
}

/** What the card network has paid into the bank for some payments. */
export async function depositedCents(pool: pg.Pool, keys: readonly string[]): Promise<number> {
  const { rows } = await pool.query(
    `SELECT coalesce(sum(debit_cents - credit_cents), 0)::bigint AS cents
     FROM ledger_line JOIN ledger_entry USING (entry_id)
     WHERE ledger_account = 'cash_at_bank' AND payment_key = ANY ($1::uuid[])`,
    [keys],
  );
  return rows[0].cents;
}
