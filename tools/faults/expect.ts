import type { Stream } from '#backend/seed/draws/stream.ts';
import type { ExpectedWire } from '#shared/billing/expected-wire.ts';
import { ArrivingKind } from '#shared/billing/payment-method.ts';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { value } from './at-the-desk.ts';
import type { DeskSeat } from './desk-seat.ts';

/** What was noted as coming, and the caller was told so: by its id. */
export type Expected = Map<string, ExpectedWire>;

/**
 * The caller has heard the balance and will send something: by wire, mail, or any way that nobody here
 * charges.
 */
export async function expectMoney(
  desk: DeskSeat,
  stream: Stream,
  expected: Expected,
): Promise<void> {
  const today = dateIn('UTC', instantOf(Date.now()));
  await value(desk, 'balance.read', null);
  const noted = await value(desk, 'wires.expect', {
    amountCents: cents(stream.int(100, 900)) as never,
    expectedOn: businessDaysAfter(today, stream.int(3, 14)),
    ledger: 'medical',
    method: stream.pick(ArrivingKind.options),
  });
  expected.set(noted.wireId, noted);
}
