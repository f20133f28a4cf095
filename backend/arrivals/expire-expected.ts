import { sql } from 'kysely';
import type { ArrivingKind } from '#shared/billing/payment-method.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { type Cents, noCents } from '#shared/money/cents.ts';
import { lastWaitedFor } from '#shared/wires/policy.ts';
import type { Database } from '../database/connect.ts';
import { noteItems, type RunItem } from '../runs/counted-items.ts';
import type { RegionDay } from './match-arrival.ts';

/** The kind of the run under which is kept what it gave up. */
export const EXPECTED_PAYMENTS = 'expected_payments';

interface Waiting {
  readonly id: string;
  readonly kind: ArrivingKind;
  readonly expectedOn: CalendarDate;
}

/**
 * Gives up waiting for what was expected and has not come by the rule of its kind. Money that comes all the
 * same is still matched by its reference. Run again it changes nothing more.
 */
export async function expireExpected(
  { db }: { readonly db: Database },
  { region, today, now }: RegionDay,
): Promise<{ done: number; cents: Cents }> {
  const { rows } = await sql<Waiting>`
    SELECT wire_id AS id, method_kind AS kind, expected_on AS "expectedOn"
    FROM expected_wire JOIN guarantor USING (guarantor_id)
    WHERE expected_wire.state = 'expected' AND region = ${region} AND expected_on < ${today}`.execute(
    db,
  );
  const over = rows.filter(each => lastWaitedFor(each.kind, each.expectedOn) < today);
  const ids = over.map(each => each.id);
  const expired = await db.transaction().execute(async trx => {
    const { rows: items } = await sql<RunItem>`
      UPDATE expected_wire SET state = 'expired', state_at = ${instantOf(now)},
        state_why = format('expected on %s and not here by %s', expected_on, ${today}::date)
      WHERE wire_id = ANY (${ids}::uuid[]) AND state = 'expected'
      RETURNING wire_id AS id, amount_cents AS cents`.execute(trx);
    await noteItems(trx, { kind: EXPECTED_PAYMENTS, region, today }, items);
    return items;
  });
  const total = expired.reduce((sum, each) => sum + each.cents, noCents as number) as Cents;
  return { done: expired.length, cents: total };
}
