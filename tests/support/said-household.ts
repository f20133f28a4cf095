import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { SaidHousehold } from '#shared/contract/screening.ts';
import type { ProgrammeToRefer } from '#shared/hardship/programmes.ts';
import { cents } from '#shared/money/cents.ts';

/** Three people in California on 4,000.00 a month, as a counselor hears it. */
export const saidHousehold: SaidHousehold = {
  said: {
    state: 'CA',
    people: 3,
    incomes: [{ source: 'wages', amountCents: cents(400_000), period: 'monthly' }],
    medicalExpensesCents: cents(120_000),
    essentialExpensesCentsAMonth: cents(320_000),
    coverageOffered: false,
    needsPrescriptions: true,
  },
  confirmed: { rows: [], none: false },
};

/** On to a food bank, today where Marisol lives. */
export function referralOfToday(nowMs: number = Date.now()): ProgrammeToRefer {
  const referredOn = dateIn('America/Los_Angeles', instantOf(nowMs));
  return {
    programme: 'community',
    organization: 'Food Bank of the Bay',
    contact: '211',
    referredOn,
    followUpOn: addDays(referredOn, 14),
    note: '',
    inSpite: null,
  };
}
