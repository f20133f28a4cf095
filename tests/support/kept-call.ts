import { isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import type { TestDesk } from './test-desk.ts';

const today = () => dateIn('America/Los_Angeles', instantOf(Date.now()));

/** A day the banks are open, about a week from now. */
function openDay() {
  let day = addDays(today(), 7);
  while (!isBusinessDay(day)) day = addDays(day, 1);
  return day;
}

/** What a representative keeps for later on a call, one of each kind. */
export const keeping = {
  note: (text = 'Asked about the MRI.') => ({ text }),
  promise: (amount = 31_240) => ({
    amountCents: cents(amount),
    promisedOn: addDays(today(), 10),
    reason: 'payday' as const,
    note: '',
  }),
  referral: (context = 'Lost work in October; three at home.') => ({
    programme: 'mfa' as const,
    context,
  }),
  wire: (amount = 31_240) => ({
    amountCents: cents(amount),
    expectedOn: openDay(),
    ledger: 'medical' as const,
    method: 'wire' as const,
  }),
};

/** Keeps one of each on the open call. */
export async function keepOneOfEach({ value }: TestDesk) {
  return {
    note: await value('notes.add', keeping.note()),
    promise: await value('promises.make', keeping.promise()),
    referral: await value('referrals.make', keeping.referral()),
    wire: await value('wires.expect', keeping.wire()),
  };
}
