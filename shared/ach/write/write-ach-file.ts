import { blocksOf, fillersAfter } from '../check/blocks.ts';
import { addTally, emptyTally } from '../check/tally.ts';
import { FILLER, fileControl, fileHeader } from '../layout/file-records.ts';
import { writeRecord } from '../layout/write-record.ts';
import type { AchPlan } from './ach-plan.ts';
import { asciiText } from './ascii-text.ts';
import { refusePlan } from './refuse-plan.ts';
import { type WrittenBatch, type WrittenEntry, writeBatch } from './write-batch.ts';

export interface WrittenAchFile {
  /** Every line ended by LF, the last block filled. */
  readonly text: string;
  readonly entries: readonly WrittenEntry[];
  readonly debitCents: number;
  readonly creditCents: number;
}

function headerOf(plan: AchPlan): string {
  return writeRecord(fileHeader, {
    immediateDestination: ` ${plan.destinationRouting}`,
    immediateOrigin: plan.originId.padStart(10),
    fileCreationDate: plan.createdOn.slice(2).replaceAll('-', ''),
    fileCreationTime: plan.createdAt.replace(':', ''),
    fileIdModifier: plan.fileIdModifier,
    immediateDestinationName: asciiText(plan.destinationName, 23),
    immediateOriginName: asciiText(plan.originName, 23),
  });
}

function writeBatches(plan: AchPlan): WrittenBatch[] {
  let sequence = plan.firstSequence;
  return plan.batches.map((batch, place) => {
    const written = writeBatch(batch, place + 1, sequence);
    sequence += batch.payments.length;
    return written;
  });
}

/**
 * Writes a Nacha file of TEL and PPD batches: the same plan gives the same file to the byte. Gives the trace
 * number of each payment, to be kept before the file is sent. Throws a RangeError, which names no account,
 * at a payment that no bank would take and at sums that their fields have no room for.
 * Source: Nacha Operating Rules, record formats.
 */
export function writeAchFile(plan: AchPlan): WrittenAchFile {
  refusePlan(plan);
  const batches = writeBatches(plan);
  const sums = emptyTally();
  for (const { tally } of batches) addTally(sums, tally);
  const records = [headerOf(plan), ...batches.flatMap(batch => batch.records)];
  const count = records.length + 1;
  const control = writeRecord(fileControl, {
    batchCount: batches.length,
    blockCount: blocksOf(count),
    entryAddendaCount: sums.entries + sums.addenda,
    entryHash: sums.hash,
    totalDebits: sums.debitCents,
    totalCredits: sums.creditCents,
  });
  const filler = Array.from({ length: fillersAfter(count) }, () => FILLER);
  const text = [...records, control, ...filler].map(record => `${record}\n`).join('');
  const { debitCents, creditCents } = sums;
  return { text, entries: batches.flatMap(batch => batch.entries), debitCents, creditCents };
}
