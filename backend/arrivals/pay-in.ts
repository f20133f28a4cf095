import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { LedgerKind } from '#shared/billing/account.ts';
import type { MatchedBy } from '#shared/billing/arrival.ts';
import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { type Cents, cents, noCents } from '#shared/money/cents.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { allocateOldestFirst } from '#shared/payments/allocation.ts';
import type { Database } from '../database/connect.ts';
import type { Arrival } from './arrival.ts';
import { receivedWhy } from './received-why.ts';

/** To whom an arrival is paid in, on which ledger, and how that is known. */
export interface Payee {
  readonly guarantorId: string;
  readonly region: RegionCode;
  readonly ledger: LedgerKind;
  readonly matchedBy: MatchedBy;
  /** What was expected, where it was. */
  readonly expected?: {
    readonly wireId: string;
    readonly reference: string;
    readonly amountCents: Cents;
    readonly notedAt: string;
  };
}

export interface PaidIn {
  readonly key: string;
  /** What found nothing open: the guarantor's credit. */
  readonly creditCents: Cents;
}

interface ChargeRow {
  readonly chargeId: string;
  readonly accountId: string;
  readonly openCents: Cents;
  readonly dueOn: string | null;
  readonly servicedOn: string;
}

/** When the money counts as paid: as it is read, or with the end of the day on which the bank booked it. */
function paidAt(bookedOn: CalendarDate, timeZone: string, now: number): string {
  const dayEnd = Temporal.PlainDate.from(bookedOn)
    .add({ days: 1 })
    .toZonedDateTime(timeZone)
    .subtract({ seconds: 1 }).epochMilliseconds;
  return instantOf(Math.min(now, dayEnd));
}

/** The parts, the oldest charge first; what is left over goes with the last, as a credit. */
function splitOver(charges: readonly ChargeRow[], amountCents: Cents) {
  const byId = new Map(charges.map(each => [each.chargeId, each]));
  const parts = allocateOldestFirst(amountCents, charges).map(part => ({
    ...part,
    unappliedCents: noCents,
  }));
  const paid = parts.reduce((sum, part) => sum + part.amountCents, 0);
  const creditCents = cents(amountCents - paid);
  const last = parts.pop();
  const chargeId = last?.chargeId ?? charges.at(-1)?.chargeId;
  if (chargeId === undefined) return undefined;
  const whole = cents((last?.amountCents ?? 0) + creditCents);
  const all = [...parts, { chargeId, amountCents: whole, unappliedCents: creditCents }];
  const accountOf = (id: string) => byId.get(id)?.accountId as string;
  return {
    creditCents,
    parts: all.map(part => ({ ...part, accountId: accountOf(part.chargeId) })),
  };
}

/**
 * Writes the payment for an arrival inside the transaction that holds it: expected, then received, split
 * over what is open on the ledger with the oldest first, and its ledger lines. More than is open becomes the
 * guarantor's credit. Undefined, and nothing written, where that ledger never billed them anything.
 */
export async function payIn(
  trx: Database,
  arrival: Arrival,
  payee: Payee,
  now: number,
): Promise<PaidIn | undefined> {
  const { guarantorId, ledger, expected } = payee;
  const { timeZone } = regions[payee.region];
  const at = instantOf(now);
  // As everything that pays does, so that what is open is weighed by one at a time.
  await sql`SELECT FROM account WHERE guarantor_id = ${guarantorId} ORDER BY account_id FOR UPDATE`.execute(
    trx,
  );
  const { rows: charges } = await sql<ChargeRow>`
    SELECT charge_id AS "chargeId", account_id AS "accountId", open_cents AS "openCents", due_on AS "dueOn",
      serviced_on AS "servicedOn"
    FROM charge JOIN account USING (account_id)
    WHERE charge.guarantor_id = ${guarantorId} AND ledger = ${ledger}
    ORDER BY serviced_on, charge_id`.execute(trx);
  const split = splitOver(charges, arrival.amountCents);
  if (!split) return undefined;

  const key = uuidv7();
  const { creditCents } = split;
  await trx
    .insertInto('payment')
    .values({
      key,
      guarantor_id: guarantorId,
      state: 'expected',
      state_at: expected?.notedAt ?? at,
      state_why: expected ? 'noted on a call' : 'arrived unannounced',
      method_kind: arrival.channel,
      reference: expected?.reference ?? null,
      amount_cents: arrival.amountCents,
      posting_on: arrival.bookedOn,
      taken_at: paidAt(arrival.bookedOn, timeZone, now),
      source: 'received',
    })
    .execute();
  await trx
    .insertInto('payment_allocation')
    .values(
      split.parts.map(part => ({
        payment_key: key,
        charge_id: part.chargeId,
        amount_cents: part.amountCents,
        unapplied_cents: part.unappliedCents,
      })),
    )
    .execute();
  const why = receivedWhy(arrival, payee, creditCents);
  await sql`UPDATE payment SET state = 'received', state_at = ${at}, state_why = ${why} WHERE key = ${key}`.execute(
    trx,
  );
  const lines = linesOf(
    'payment_received',
    split.parts.map(part => ({ ...part, ledger })),
  );
  await sql`SELECT enter_payment(${key}, 'payment_received', ${uuidv7()}, ${JSON.stringify(lines)}, 1, ${at},
    ${dateIn(timeZone, at)})`.execute(trx);
  await closeExpected(trx, payee, why, at);
  await trx
    .updateTable('arrival')
    .set({
      payment_key: key,
      guarantor_id: guarantorId,
      wire_id: expected?.wireId ?? null,
      matched_by: payee.matchedBy,
      matched_at: at,
      why: null,
    })
    .where('arrival_id', '=', arrival.arrivalId)
    .execute();
  return { key, creditCents };
}

async function closeExpected(
  trx: Database,
  { expected }: Payee,
  why: string,
  at: string,
): Promise<void> {
  if (!expected) return;
  await trx
    .updateTable('expected_wire')
    .set({ state: 'received', state_at: at, state_why: why })
    .where('wire_id', '=', expected.wireId)
    .execute();
}
