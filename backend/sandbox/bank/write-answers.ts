import { blocksOf, fillersAfter } from '#shared/ach/check/blocks.ts';
import { addTally, emptyTally } from '#shared/ach/check/tally.ts';
import { checkDigitOf } from '#shared/ach/codes/routing-number.ts';
import { batchHeader } from '#shared/ach/layout/batch-records.ts';
import { FILLER, fileControl, fileHeader } from '#shared/ach/layout/file-records.ts';
import { readRecord } from '#shared/ach/layout/read-record.ts';
import { writeRecord } from '#shared/ach/layout/write-record.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { answerBatch, batchName } from './answer-batch.ts';
import type { SentEntry } from './sent-entry.ts';

function headerOf({ header }: SentEntry, on: CalendarDate): string {
  const { companyId, companyName, odfi } = readRecord(batchHeader, header);
  return writeRecord(fileHeader, {
    immediateDestination: companyId,
    immediateOrigin: ` ${odfi}${checkDigitOf(odfi)}`,
    fileCreationDate: on.slice(2).replaceAll('-', ''),
    fileIdModifier: 'A',
    immediateDestinationName: companyName,
    immediateOriginName: 'SANDBOX BANK',
  });
}

/** A file of returns and notices of change, as an originating bank passes them on to its originator. */
export function writeAnswers(answers: readonly SentEntry[], on: CalendarDate): string {
  const sums = emptyTally();
  const records = [headerOf(answers[0] as SentEntry, on)];
  const names = [...new Set(answers.map(batchName))].sort();
  names.forEach((name, place) => {
    const group = answers.filter(sent => batchName(sent) === name);
    const batch = answerBatch(group, place + 1, sums.entries + 1);
    addTally(sums, batch.tally);
    records.push(...batch.records);
  });
  const count = records.length + 1;
  const control = writeRecord(fileControl, {
    batchCount: names.length,
    blockCount: blocksOf(count),
    entryAddendaCount: sums.entries + sums.addenda,
    entryHash: sums.hash,
    totalDebits: sums.debitCents,
    totalCredits: sums.creditCents,
  });
  const filler = Array.from({ length: fillersAfter(count) }, () => FILLER);
  return [...records, control, ...filler].map(record => `${record}\n`).join('');
}
