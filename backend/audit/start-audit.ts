import { hostname } from 'node:os';
import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { takeTurns } from '../jobs/take-turns.ts';
import { anchorDay, keepOutside } from './anchors.ts';
import { auditEvent } from './audit-event.ts';
import { announceKey } from './keys.ts';
import { sealRecords } from './seal.ts';
import { type AuditKey, signerOf } from './signing-key.ts';

export interface AuditOptions {
  /** Signs; not in the database, and the same wherever a server works on it. */
  readonly key: AuditKey;
  /** Where the days' anchors are kept, outside the database. */
  readonly folder: string;
  /** How long a committed record may wait for its place in the chain; half a second when left out. */
  readonly sealEveryMs?: number;
}

interface Parts {
  readonly db: Database;
  readonly clock: () => number;
}

async function noteDiffering(db: Database, days: readonly string[], now: number): Promise<void> {
  for (const day of days) {
    await sql`INSERT INTO audit_exception (kind, about, found_at)
      VALUES ('anchor_differs', ${day}, ${instantOf(now)}) ON CONFLICT DO NOTHING`.execute(db);
  }
}

/** Chains, signs and anchors what any server of this database writes down. */
export async function startSealing(
  { db, clock }: Parts,
  { key, folder, sealEveryMs = 500 }: AuditOptions,
  report: (error: unknown) => void,
) {
  const signer = signerOf(key);
  await announceKey(db, signer, clock());
  let anchoredOn = '';
  async function turn(): Promise<void> {
    await sealRecords(db, signer, clock);
    const today = instantOf(clock()).slice(0, 10);
    if (anchoredOn === today) return;
    await anchorDay(db, signer, clock());
    await noteDiffering(db, await keepOutside(db, folder), clock());
    anchoredOn = today;
  }
  const turns = takeTurns(turn, sealEveryMs, report);
  return {
    async stop() {
      await turns.stop();
      await sealRecords(db, signer, clock).catch(report);
    },
  };
}

/** Start and stop of a server are records themselves (PCI DSS 10.2.1.6). */
export async function noteServer(
  { db, clock }: Parts,
  action: 'backend_started' | 'backend_stopped',
  url: string,
): Promise<void> {
  const subject = `${hostname()}:${new URL(url).port}`;
  await auditEvent(db, { action, subjectKind: 'server', subject }, clock());
}
