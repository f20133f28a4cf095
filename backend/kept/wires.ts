import type { Selectable } from 'kysely';
import { ExpectedWire } from '#shared/billing/expected-wire.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { wireDateFault } from '#shared/wires/policy.ts';
import type { ExpectedWireTable } from '../database/tables/kept.ts';
import { Refused } from '../http/refused.ts';
import type { KeptKind } from './keep-once.ts';

export function wireOf(row: Selectable<ExpectedWireTable>): ExpectedWire {
  return ExpectedWire.parse({
    wireId: row.wire_id,
    callId: row.call_id,
    guarantorId: row.guarantor_id,
    userId: row.user_id,
    notedAt: instantOf(Date.parse(row.noted_at)),
    ledger: row.ledger,
    method: row.method_kind,
    reference: row.reference,
    amountCents: row.amount_cents,
    expectedOn: row.expected_on,
  });
}

/** What somebody said they will send, by wire or any other way. Nothing is charged, so no ledger line is written. */
export const wires: KeptKind<ExpectedWire> = {
  guestToo: false,
  async find(db, { wireId }) {
    const row = await db
      .selectFrom('expected_wire')
      .where('wire_id', '=', wireId)
      .selectAll()
      .executeTakeFirst();
    return row && wireOf(row);
  },
  check(_db, { reference, expectedOn, notedAt }, { billPayNumber, timeZone }) {
    if (!reference.startsWith(billPayNumber)) {
      throw new Refused('bad_request', { field: 'reference' });
    }
    if (wireDateFault(expectedOn, notedAt, timeZone)) {
      throw new Refused('bad_request', { field: 'expectedOn' });
    }
  },
  async insert(db, body, { workstationId, keptAt }) {
    await db
      .insertInto('expected_wire')
      .values({
        wire_id: body.wireId,
        call_id: body.callId,
        guarantor_id: body.guarantorId,
        user_id: body.userId,
        workstation_id: workstationId,
        noted_at: body.notedAt,
        ledger: body.ledger,
        method_kind: body.method,
        reference: body.reference,
        amount_cents: body.amountCents,
        expected_on: body.expectedOn,
        kept_at: keptAt,
      })
      .onConflict(conflict => conflict.doNothing())
      .execute();
  },
};
