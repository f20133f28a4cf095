import { addDays, type CalendarDate } from '../calendar/dates.ts';
import { onOrAfterBankDay } from './schedule.ts';
import type { PlanAutopayTerms } from './terms.ts';
import { NOTICE_DAYS } from './varying-amounts.ts';

/** An instalment that is to be taken, of the plan that is followed now. */
export interface InstalmentToTake {
  readonly planId: string;
  readonly dueOn: CalendarDate;
  readonly amountCents: number;
}

/**
 * Whether an instalment is announced ten days before (12 CFR 1005.10(d)(1)): one for which nothing was authorised on
 * its day, or less; and after a change of the plan's terms whatever is not what was authorised, to the cent. The payer
 * has the right to a notice of every one that varies and chose to have these alone; less of one, because something of
 * it was paid, is within the range that was agreed to (12 CFR 1005.10(d)(2)).
 */
export function needsNotice(
  { planId, instalments }: PlanAutopayTerms,
  { planId: followed, dueOn, amountCents }: InstalmentToTake,
): boolean {
  const authorised = instalments.find(each => each.dueOn === dueOn);
  if (!authorised || amountCents > authorised.amountCents) return true;
  return amountCents < authorised.amountCents && followed !== planId;
}

/**
 * The day an instalment is taken: its due date, or the next day that the banks are open; later where a notice of
 * `noticeOn` would be less than ten days old. The debit of a bank account goes to the bank that day, and settles on
 * the next: on or after the due date, and never before.
 */
export function instalmentDay(dueOn: CalendarDate, noticeOn?: CalendarDate): CalendarDate {
  const wanted = onOrAfterBankDay(dueOn);
  const earliest = noticeOn ? onOrAfterBankDay(addDays(noticeOn, NOTICE_DAYS)) : wanted;
  return wanted < earliest ? earliest : wanted;
}
