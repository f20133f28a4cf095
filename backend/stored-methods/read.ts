import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cardStanding, StoredMethod } from '#shared/stored/stored-method.ts';
import type { Database } from '../database/connect.ts';

interface MethodRow {
  readonly goodThrough: string | null;
  readonly blocked: boolean;
}

/** A bank account as it is now: a notice of change may have given it other numbers since it was kept. */
async function readRows(db: Database, which: RawBuilder<unknown>): Promise<MethodRow[]> {
  const { rows } = await sql<MethodRow>`
    SELECT DISTINCT ON (each.fingerprint) each.method_id AS "methodId", each.good_through AS "goodThrough",
      each.kept_at AS "keptAt",
      CASE WHEN bank.token IS NULL THEN stored_method_shown(each) ELSE jsonb_build_object('kind', 'ach',
        'accountKind', bank.account_kind, 'bankName', bank.bank_name, 'last4', bank.last4) END AS method,
      EXISTS (SELECT FROM blocked_bank_account AS blocked
        WHERE each.kind = 'ach' AND blocked.fingerprint IN (each.fingerprint, bank.fingerprint)) AS blocked,
      (SELECT count(*)::int FROM authorisation JOIN stored_method AS same USING (method_id)
        WHERE authorisation.state = 'active' AND same.guarantor_id = each.guarantor_id AND same.kind = each.kind
          AND same.fingerprint = each.fingerprint) AS "usedBy"
    FROM stored_method AS each LEFT JOIN bank_account AS bank ON each.kind = 'ach' AND bank.token = each.token
    WHERE is_kept(each) AND ${which}
    ORDER BY each.fingerprint, each.good_through DESC, each.kept_at DESC`.execute(db);
  return rows;
}

function methodOf({ blocked, ...row }: MethodRow, today: CalendarDate): StoredMethod {
  const standing = row.goodThrough === null ? 'good' : cardStanding(row.goodThrough, today);
  return StoredMethod.parse({ ...row, standing: blocked ? 'blocked' : standing });
}

/**
 * What is kept of a guarantor's, the newest first, as of `today` in their zone. The same card kept twice is
 * one card.
 */
export async function storedMethodsOf(
  db: Database,
  guarantorId: string,
  today: CalendarDate,
): Promise<StoredMethod[]> {
  const rows = await readRows(db, sql`each.guarantor_id = ${guarantorId}`);
  return rows
    .map(row => methodOf(row, today))
    .sort((left, right) => right.keptAt.localeCompare(left.keptAt));
}

/** One of them; undefined when it is not kept, or not theirs. */
export async function findStoredMethod(
  db: Database,
  methodId: string,
  { guarantorId, today }: { guarantorId: string; today: CalendarDate },
): Promise<StoredMethod | undefined> {
  const [row] = await readRows(
    db,
    sql`each.method_id = ${methodId} AND each.guarantor_id = ${guarantorId}`,
  );
  return row && methodOf(row, today);
}
