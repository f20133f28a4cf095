import { sql } from 'kysely';
import { PaymentLife } from '#shared/contract/payment-life.ts';
import { readHistory } from '../../after-payment/read-history.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import type { FoundPayment } from '../../payments/read.ts';
import { pageQuery } from '../page-query.ts';
import { batchOf, exceptionsOf, ledgerOf, looksOf, overrideOf, runsOf } from './in-the-books.ts';
import { agreementOf, callOf, verificationOf } from './on-the-call.ts';

/** The row that the search shows of it. */
async function rowOf(db: Database, key: string): Promise<unknown> {
  const { rows } = await pageQuery({
    conditions: [sql`key = ${key}`],
    sort: { by: 'time', direction: 'descending' },
    side: 'after',
    place: null,
  }).execute(db);
  return rows[0];
}

/** Everything that is known of one payment, from the call it was taken on to who looked at it since. */
export async function readLife(
  db: Database,
  found: FoundPayment,
  person: Person,
  now: number,
): Promise<PaymentLife> {
  const { key } = found.payment;
  const [payment, history, call, verification, agreement, override] = await Promise.all([
    rowOf(db, key),
    readHistory(db, found, person, now),
    callOf(db, key),
    verificationOf(db, key),
    agreementOf(db, key),
    overrideOf(db, key),
  ]);
  const [ledger, batch, exceptions, runs, looks] = await Promise.all([
    ledgerOf(db, key),
    batchOf(db, key),
    exceptionsOf(db, key),
    runsOf(db, key),
    looksOf(db, key),
  ]);
  const { workstationId } = found;
  const onTheCall = { workstationId, call, verification, agreement };
  const inTheBooks = { override, ledger, batch, exceptions, runs, looks };
  return PaymentLife.parse({ payment, history, ...onTheCall, ...inTheBooks });
}
