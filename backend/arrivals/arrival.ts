import type { Selectable } from 'kysely';
import type { ArrivingKind } from '#shared/billing/payment-method.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { Database } from '../database/connect.ts';
import type { ArrivalTable } from '../database/tables/arrivals.ts';

/** A credit on a bank statement that is not matched yet. */
export interface Arrival {
  readonly arrivalId: string;
  readonly statementId: string;
  readonly entryId: string;
  readonly bookedOn: CalendarDate;
  readonly amountCents: Cents;
  readonly channel: ArrivingKind;
  readonly remittance: string;
}

function arrivalOf(row: Selectable<ArrivalTable>): Arrival {
  return {
    arrivalId: row.arrival_id,
    statementId: row.statement_id,
    entryId: row.entry_id,
    bookedOn: row.booked_on as CalendarDate,
    amountCents: row.amount_cents,
    channel: row.channel,
    remittance: row.remittance,
  };
}

/** Takes an arrival for this transaction alone; undefined when somebody has matched it meanwhile. */
export async function takeArrival(trx: Database, arrivalId: string): Promise<Arrival | undefined> {
  const row = await trx
    .selectFrom('arrival')
    .selectAll()
    .where('arrival_id', '=', arrivalId)
    .where('payment_key', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row && arrivalOf(row);
}
