import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import { noFilters, type PaymentFilters } from '#shared/search/payment-search.ts';
import { readBox } from '#shared/search/read-box.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

/** A screen that reads again what it shows is one look an hour. */
const ONE_LOOK_MS = 3_600_000;

/** By what was searched, without what: the record says who was seen. */
function purposeOf(filters: PaymentFilters): string {
  const box = readBox(filters.box).kind;
  const used = Object.entries(filters)
    .filter(
      ([name, value]) =>
        name !== 'box' &&
        String(value ?? '') !== String(noFilters[name as keyof PaymentFilters] ?? ''),
    )
    .map(([name]) => name);
  const by = [...(box === 'nothing' ? [] : [box]), ...used];
  return `payment search by ${by.length > 0 ? by.join(', ') : 'nothing: all payments'}`;
}

export interface Searched {
  readonly filters: PaymentFilters;
  /** A screen read again what it shows. */
  readonly again: boolean;
  readonly shown: readonly { readonly guarantorId: string }[];
}

/** Keeps that somebody searched, by what, and whose payments they were shown (45 CFR 164.312(b)). */
export async function noteSearched(
  db: Database,
  { user, workstationId }: Person,
  { filters, again, shown }: Searched,
  now: number,
): Promise<void> {
  const guarantors = [...new Set(shown.map(({ guarantorId }) => guarantorId))];
  const why = purposeOf(filters);
  const by = sql`${instantOf(now)}::timestamptz, ${user.userId}::text, ${workstationId}::uuid`;
  const anHourAgo = sql`${instantOf(now - ONE_LOOK_MS)}::timestamptz`;
  // The latest look at each is asked for by itself: rows of this table come faster than they are counted, and a
  // join would be planned for the few there were.
  await sql`
    INSERT INTO access_event (event_id, at, user_id, workstation_id, action, guarantor_id, reason)
    SELECT gen_random_uuid(), ${by}, 'payments_searched', NULL::text, ${why}::text
    WHERE NOT (${again} AND EXISTS (
      SELECT FROM access_event AS earlier
      WHERE earlier.user_id = ${user.userId} AND earlier.action = 'payments_searched' AND earlier.guarantor_id IS NULL
        AND earlier.reason = ${why} AND earlier.at > ${anHourAgo}))
    UNION ALL
    SELECT gen_random_uuid(), ${by}, 'payment_listed', guarantor_id, ${why}::text
    FROM unnest(${guarantors}::text[]) AS seen (guarantor_id)
    WHERE coalesce((
      SELECT earlier.at FROM access_event AS earlier
      WHERE earlier.user_id = ${user.userId} AND earlier.action = 'payment_listed'
        AND earlier.guarantor_id = seen.guarantor_id ORDER BY earlier.at DESC LIMIT 1), '-infinity') <= ${anHourAgo}`.execute(
    db,
  );
}
