import { instantOf } from '#shared/calendar/dates.ts';
import { KeptOnCall, type OwedItem } from '#shared/desk/owed.ts';
import type { ReadDb } from '../handles.ts';
import { readQuery } from '../query.ts';

/** An unsent entry, and whose it is; null when that is not known. */
export type UnsentEntry = Omit<OwedItem, 'mayRetry'> & { readonly userId: string | null };

type UnsentRow = Omit<UnsentEntry, 'createdAt' | 'nextTryAt' | 'setAsideAt' | 'waitsItsTurn'> & {
  readonly waitsItsTurn: number;
  readonly createdAt: number;
  readonly nextTryAt: number;
  readonly setAsideAt: number | null;
};

const columns = `
  entry_id AS entryId, kind, reference AS callReference, outbox.user_id AS userId,
  created_at AS createdAt, tries, last_error AS lastError, next_try_at AS nextTryAt,
  set_aside_at AS setAsideAt, set_aside_at IS NULL AND EXISTS (
    SELECT 1 FROM outbox AS before
    WHERE before.lane = outbox.lane AND before.entry_id < outbox.entry_id
      AND before.sent_at IS NULL AND before.set_aside_at IS NULL) AS waitsItsTurn`;

const unsent = readQuery<UnsentRow>(`
  SELECT ${columns} FROM outbox LEFT JOIN call USING (call_id)
  WHERE sent_at IS NULL ORDER BY entry_id`);

interface KeptRow {
  readonly kind: string;
  readonly body: string;
  readonly sentAt: number | null;
  readonly setAsideAt: number | null;
  readonly lastError: string | null;
}

const ofCall = readQuery<KeptRow, { callId: string }>(`
  SELECT kind, body, sent_at AS sentAt, set_aside_at AS setAsideAt, last_error AS lastError
  FROM outbox WHERE call_id = :callId AND kind <> 'call_record' ORDER BY entry_id`);

const maybe = (at: number | null) => (at === null ? null : instantOf(at));

function unsentOf(row: UnsentRow): UnsentEntry {
  return {
    ...row,
    createdAt: instantOf(row.createdAt),
    nextTryAt: instantOf(row.nextTryAt),
    setAsideAt: maybe(row.setAsideAt),
    waitsItsTurn: row.waitsItsTurn === 1,
  };
}

/** Everything unsent at this desk, the oldest first; what was set aside is among it. */
export function unsentEntries(db: ReadDb): UnsentEntry[] {
  return unsent.all(db, {}).map(unsentOf);
}

/** What was kept for later on a call, in order; what no longer has a shape of today is left out. */
export function keptOnCall(db: ReadDb, callId: string): KeptOnCall[] {
  return ofCall.all(db, { callId }).flatMap(({ kind, body, lastError, ...row }) => {
    const kept = KeptOnCall.safeParse({
      kind,
      record: JSON.parse(body),
      lastError,
      sentAt: maybe(row.sentAt),
      setAsideAt: maybe(row.setAsideAt),
    });
    return kept.success ? [kept.data] : [];
  });
}
