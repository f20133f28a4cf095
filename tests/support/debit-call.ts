import type { BankEntry } from '#shared/ach/bank-entry.ts';
import { debitDates } from '#shared/ach/debit-dates.ts';
import { TelElement } from '#shared/ach/tel-authorisation.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { AgreedDebit } from '#shared/desk/payment-calls.ts';
import { partOfTheBill } from './card-call.ts';
import type { TestDesk } from './test-desk.ts';

export const goodAccount: BankEntry = {
  accountKind: 'checking',
  routingNumber: '107800530',
  accountNumber: '004417726789',
  accountNumberAgain: '004417726789',
};

/** Opens the capture, types a bank account, and leaves its token with the desk. */
export async function captureAccount({ value }: TestDesk, account = goodAccount): Promise<void> {
  const bounds = { x: 0, y: 0, width: 380, height: 260 };
  await value('capture.open', { bounds, scheme: 'light', method: 'ach' });
  const { faults } = await value('capture.submitBank', account);
  if (Object.keys(faults).length > 0) throw new Error(JSON.stringify(faults));
}

/** A yes to a debit of part of Marisol's bill, on the soonest day. */
export function agreedDebit(): AgreedDebit {
  const zone = 'America/Los_Angeles';
  const now = instantOf(Date.now());
  return {
    language: 'en',
    debitOn: debitDates(zone, now, dateIn(zone, now)).effectiveOn,
    amountCents: partOfTheBill.amountCents,
    acknowledged: [...TelElement.options],
  };
}
