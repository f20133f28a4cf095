import { type Selectable, sql } from 'kysely';
import { PromiseToPay } from '#shared/billing/promise.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { promiseDateFault } from '#shared/promises/policy.ts';
import type { Database } from '../database/connect.ts';
import type { PromiseToPayTable } from '../database/tables/kept.ts';
import { Refused } from '../http/refused.ts';
import type { KeptKind } from './keep-once.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

export function promiseOf(row: Selectable<PromiseToPayTable>): PromiseToPay {
  return PromiseToPay.parse({
    promiseId: row.promise_id,
    callId: row.call_id,
    guarantorId: row.guarantor_id,
    userId: row.user_id,
    madeAt: instantOf(Date.parse(row.made_at)),
    amountCents: row.amount_cents,
    promisedOn: row.promised_on,
    reason: row.reason,
    note: row.note,
  });
}

/**
 * Nobody promises more than they owed when they promised. What was paid since is counted in, so that a
 * promise which arrives late is not refused because it was kept meanwhile.
 */
async function refuseMoreThanOwed(
  db: Database,
  { guarantorId, madeAt, amountCents }: PromiseToPay,
): Promise<void> {
  const { rows } = await sql<{ owed: number }>`SELECT
    (SELECT coalesce(sum(balance_cents), 0) FROM account WHERE guarantor_id = ${guarantorId})
    + (SELECT coalesce(sum(amount_cents), 0) FROM payment WHERE guarantor_id = ${guarantorId}
        AND taken_at >= ${madeAt} AND state IN ('approved', 'originated', 'posted', 'settled')) AS owed`.execute(
    db,
  );
  if (amountCents > (rows[0]?.owed ?? 0)) {
    throw new Refused('amount_over_balance', { field: 'amountCents' });
  }
}

/** Lets the promise stand that was made last, whichever arrives first; the other is kept as replaced. */
async function insertInOrder(
  db: Database,
  body: PromiseToPay,
  by: { workstationId: string; keptAt: string },
): Promise<void> {
  const standing = await db
    .selectFrom('promise_to_pay')
    .where('guarantor_id', '=', body.guarantorId)
    .where('replaced_by', 'is', null)
    .select(['promise_id', sql<string>`least(made_at, kept_at)`.as('made_at')])
    .executeTakeFirst();
  // The clock of a desk may run ahead; nothing is made after it has arrived.
  const madeAt = Math.min(Date.parse(body.madeAt), Date.parse(by.keptAt));
  const isLatest = !standing || Date.parse(standing.made_at) <= madeAt;
  if (standing && isLatest) {
    await db
      .updateTable('promise_to_pay')
      .set({ replaced_by: body.promiseId, replaced_at: body.madeAt })
      .where('promise_id', '=', standing.promise_id)
      .execute();
  }
  await db
    .insertInto('promise_to_pay')
    .values({
      promise_id: body.promiseId,
      call_id: body.callId,
      guarantor_id: body.guarantorId,
      user_id: body.userId,
      workstation_id: by.workstationId,
      made_at: body.madeAt,
      amount_cents: body.amountCents,
      promised_on: body.promisedOn,
      reason: body.reason,
      note: body.note,
      kept_at: by.keptAt,
      replaced_by: isLatest ? null : standing.promise_id,
      replaced_at: isLatest ? null : standing.made_at,
    })
    .execute();
}

export const promises: KeptKind<PromiseToPay> = {
  guestToo: false,
  async find(db, { promiseId }) {
    const row = await db
      .selectFrom('promise_to_pay')
      .where('promise_id', '=', promiseId)
      .selectAll()
      .executeTakeFirst();
    return row && promiseOf(row);
  },
  async check(db, body, { timeZone }) {
    refuseCardNumber(body.note, 'note');
    if (promiseDateFault(body.promisedOn, body.madeAt, timeZone)) {
      throw new Refused('bad_request', { field: 'promisedOn' });
    }
    await refuseMoreThanOwed(db, body);
  },
  insert: (db, body, by) =>
    db.transaction().execute(async trx => {
      // Two promises for one guarantor take their turn, and so do two copies of one.
      await sql`SELECT FROM guarantor WHERE guarantor_id = ${body.guarantorId} FOR NO KEY UPDATE`.execute(
        trx,
      );
      if (!(await promises.find(trx, body))) await insertInOrder(trx, body, by);
    }),
};
