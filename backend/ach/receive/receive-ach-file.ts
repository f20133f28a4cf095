import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { AchReport } from '#shared/ach/check/ach-check.ts';
import type { Finding } from '#shared/ach/check/findings.ts';
import { readAch } from '#shared/ach/read-ach.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';
import type { AchParts } from '../ach-parts.ts';
import { openException } from '../exceptions/open-exception.ts';
import { applyNotice } from './apply-notice.ts';
import { applyReturn } from './apply-return.ts';
import { matchAnswers } from './match-answers.ts';
import { type SentEntry, sentEntries } from './sent-entries.ts';

export type Received =
  | { readonly outcome: 'applied'; readonly returns: number; readonly notices: number }
  /** The same file was here before; nothing changed. */
  | { readonly outcome: 'repeated'; readonly as: 'applied' | 'refused' }
  | { readonly outcome: 'refused'; readonly faults: readonly Finding[] };

type ReceivingParts = Pick<
  AchParts,
  'db' | 'clock' | 'accounts' | 'seal' | 'stopAutopay' | 'credits'
>;

interface Kept {
  readonly hash: string;
  readonly text: string;
  readonly report: AchReport;
  readonly faults: readonly Finding[];
  readonly now: number;
}

async function knownAs(trx: Database, hash: string): Promise<'applied' | 'refused' | undefined> {
  // Two servers with the same file at once: the second waits here until the first has committed.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`ach file ${hash}`}, 0))`.execute(trx);
  const { rows } = await sql<{ outcome: 'applied' | 'refused' }>`
    SELECT outcome FROM ach_received_file WHERE content_hash = ${hash}`.execute(trx);
  return rows[0]?.outcome;
}

async function keepFile(
  trx: Database,
  seal: AchParts['seal'],
  { hash, text, report, faults, now }: Kept,
): Promise<string> {
  const id = uuidv7();
  await sql`
    INSERT INTO ach_received_file (received_id, content_hash, outcome, faults, returns, notices, sealed, received_at)
    VALUES (${id}, ${hash}, ${faults.length > 0 ? 'refused' : 'applied'}, ${JSON.stringify(faults)}::jsonb,
      ${report.returns.length}, ${report.notices.length}, ${seal.seal(text)}, ${instantOf(now)})`.execute(
    trx,
  );
  return id;
}

async function tellRefused(
  trx: Database,
  receivedId: string,
  faults: readonly Finding[],
  now: number,
) {
  const [first] = faults;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  const reason = `line ${first?.line}: ${first?.reason}`.slice(0, 250) + more;
  const nobodys = { code: null, paymentKey: null, refundId: null, guarantorId: null };
  await openException(
    trx,
    { kind: 'refused_file', toDo: 'ask_bank', reason, receivedId, ...nobodys },
    now,
  );
}

async function applyAll(
  parts: ReceivingParts,
  trx: Database,
  { returns, notices }: AchReport,
  entries: ReadonlyMap<string, SentEntry>,
  receivedId: string,
): Promise<void> {
  const about = { receivedId, now: parts.clock() };
  for (const returned of returns) {
    const entry = entries.get(returned.originalTrace);
    if (entry) await applyReturn(parts, trx, returned, entry, about);
  }
  for (const notice of notices) {
    const entry = entries.get(notice.originalTrace);
    if (entry) await applyNotice(parts, trx, notice, entry, about);
  }
}

/**
 * Takes a file that a bank sent, one character for one byte: applied whole, or refused whole with each line
 * and reason. The same file again changes nothing; what was applied is never undone. One transaction.
 */
export async function receiveAchFile(parts: ReceivingParts, text: string): Promise<Received> {
  const { db, clock, seal } = parts;
  const hash = seal.hash(text);
  const report = readAch(text);
  return db.transaction().execute(async (trx): Promise<Received> => {
    const known = await knownAs(trx, hash);
    if (known) return { outcome: 'repeated', as: known };
    const { returns, notices } = report;
    const traces = report.ok ? [...returns, ...notices].map(each => each.originalTrace) : [];
    const entries = await sentEntries(trx, traces);
    const faults = report.ok ? matchAnswers(report, entries) : report.faults;
    const now = clock();
    const receivedId = await keepFile(trx, seal, { hash, text, report, faults, now });
    if (faults.length > 0) {
      await tellRefused(trx, receivedId, faults, now);
      return { outcome: 'refused', faults };
    }
    await applyAll(parts, trx, report, entries, receivedId);
    return { outcome: 'applied', returns: returns.length, notices: notices.length };
  });
}
