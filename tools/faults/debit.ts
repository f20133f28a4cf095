import { debitDates } from '#shared/ach/debit-dates.ts';
import { TelElement } from '#shared/ach/tel-authorisation.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { CallInput } from '#shared/desk/calls.ts';
import type { Cents } from '#shared/money/cents.ts';
import { value } from './at-the-desk.ts';
import type { DeskSeat } from './desk-seat.ts';

/** Opens the capture and types a bank account; its token stays with the desk. */
export async function captureAccount(
  desk: DeskSeat,
  account: CallInput<'capture.submitBank'>,
): Promise<void> {
  const bounds = { x: 0, y: 0, width: 380, height: 260 };
  await value(desk, 'capture.open', { bounds, scheme: 'light', method: 'ach' });
  const { faults } = await value(desk, 'capture.submitBank', account);
  if (Object.keys(faults).length > 0) throw new Error('The account is not one that can be typed.');
}

/** The caller says yes to a debit on a day that is soon, and open wherever the bill is from. */
export async function agree(desk: DeskSeat, amountCents: Cents): Promise<void> {
  const zone = 'America/New_York';
  const now = instantOf(Date.now());
  await value(desk, 'debits.agree', {
    language: 'en',
    debitOn: debitDates(zone, now, dateIn(zone, now)).effectiveOn,
    amountCents,
    acknowledged: [...TelElement.options],
  });
}
