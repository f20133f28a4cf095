import { z } from 'zod';
import { batchHeader } from '#shared/ach/layout/batch-records.ts';
import { entry as entryLayout } from '#shared/ach/layout/entry-records.ts';
import { readRecord } from '#shared/ach/layout/read-record.ts';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { answerFor } from './test-accounts.ts';

/** What the bank keeps of an entry that it will answer: its record, and the header of its batch. */
export const SentEntry = z.object({
  header: z.string(),
  record: z.string(),
  code: z.string(),
});
export type SentEntry = z.infer<typeof SentEntry>;

export interface TakenEntry {
  readonly trace: string;
  readonly amountCents: number;
  readonly answer: { readonly sent: SentEntry; readonly on: CalendarDate } | undefined;
}

function dateOf(yymmdd: string): CalendarDate {
  const iso = `20${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4)}`;
  return CalendarDate.parse(iso);
}

function take(header: string, record: string): TakenEntry {
  const { trace, amount, accountNumber } = readRecord(entryLayout, record);
  const answer = answerFor(accountNumber.trim());
  if (!answer) return { trace, amountCents: Number(amount), answer: undefined };
  const settlesOn = dateOf(readRecord(batchHeader, header).effectiveDate);
  const { code, afterDays } = answer;
  const on = afterDays === 0 ? settlesOn : businessDaysAfter(settlesOn, afterDays);
  return { trace, amountCents: Number(amount), answer: { sent: { header, record, code }, on } };
}

/** The entries of a file that was checked, each with what will be said about it. */
export function takenEntries(text: string): TakenEntry[] {
  const entries: TakenEntry[] = [];
  let header = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('5')) header = line;
    else if (line.startsWith('6')) entries.push(take(header, line));
  }
  return entries;
}
