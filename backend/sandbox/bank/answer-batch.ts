import { addAmount, emptyTally, type Tally } from '#shared/ach/check/tally.ts';
import { addToHash } from '#shared/ach/codes/entry-hash.ts';
import { batchControl, batchHeader } from '#shared/ach/layout/batch-records.ts';
import { entry as entryLayout } from '#shared/ach/layout/entry-records.ts';
import { readRecord } from '#shared/ach/layout/read-record.ts';
import { writeRecord } from '#shared/ach/layout/write-record.ts';
import { answerRecords } from './answer-records.ts';
import type { SentEntry } from './sent-entry.ts';

const isNotice = ({ code }: SentEntry) => code.startsWith('C');

function aboutBatch(sent: SentEntry) {
  const { rdfi, transactionCode, amount } = readRecord(entryLayout, sent.record);
  const direction = Number(transactionCode[1]) >= 5 ? ('debit' as const) : ('credit' as const);
  return { rdfi, direction, amountCents: isNotice(sent) ? 0 : Number(amount) };
}

/** Answers of one receiving bank to entries of one company, code, direction and day go together. */
export function batchName(sent: SentEntry): string {
  const { companyId, secCode, effectiveDate, odfi } = readRecord(batchHeader, sent.header);
  const { rdfi, direction } = aboutBatch(sent);
  const code = isNotice(sent) ? 'COR' : secCode;
  return [rdfi, odfi, companyId, code, direction, effectiveDate].join(' ');
}

/** Writes a batch of answers from its header to its control; its traces count up from the given sequence. */
export function answerBatch(
  answers: readonly SentEntry[],
  batchNumber: number,
  sequence: number,
): { readonly records: readonly string[]; readonly tally: Tally } {
  const [first] = answers as [SentEntry];
  const was = readRecord(batchHeader, first.header);
  const { rdfi, direction } = aboutBatch(first);
  const tally = emptyTally();
  const records = answers.flatMap((sent, place) => {
    tally.entries += 1;
    tally.addenda += 1;
    tally.hash = addToHash(tally.hash, Number(was.odfi));
    addAmount(tally, direction, aboutBatch(sent).amountCents);
    return answerRecords(sent, was.odfi, `${rdfi}${String(sequence + place).padStart(7, '0')}`);
  });
  const serviceClass = direction === 'debit' ? '225' : '220';
  const shared = { serviceClass, companyId: was.companyId, odfi: rdfi, batchNumber };
  const header = writeRecord(batchHeader, {
    ...shared,
    companyName: was.companyName,
    secCode: isNotice(first) ? 'COR' : was.secCode,
    entryDescription: was.entryDescription,
    effectiveDate: was.effectiveDate,
  });
  const control = writeRecord(batchControl, {
    ...shared,
    entryAddendaCount: tally.entries + tally.addenda,
    entryHash: tally.hash,
    totalDebits: tally.debitCents,
    totalCredits: tally.creditCents,
  });
  return { records: [header, ...records, control], tally };
}
