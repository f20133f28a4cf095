import { isBetweenBanks } from '../codes/return-code.ts';
import { returnCodes } from '../codes/return-codes.ts';
import { paymentAddenda, terminalAddenda } from '../layout/addenda-records.ts';
import type { Layout } from '../layout/field.ts';
import { iatAddenda } from '../layout/iat-addenda-records.ts';
import { checkSequences } from './addenda-sequence.ts';
import { checkAddendaTrace } from './addenda-trace.ts';
import { checkFields } from './field-values.ts';
import type { Findings } from './findings.ts';
import { checkNotice } from './notice-addenda.ts';
import type { OpenBatch } from './open-batch.ts';
import type { OpenEntry } from './open-entry.ts';
import { checkReturn } from './return-addenda.ts';

const domestic: Readonly<Record<string, Layout>> = { '05': paymentAddenda, '02': terminalAddenda };

function checkDetail(
  batch: OpenBatch,
  entry: OpenEntry,
  record: string,
  line: number,
  findings: Findings,
): void {
  const type = record.slice(1, 3);
  const layout = (batch.isInternational ? iatAddenda : domestic)[type];
  const expected = batch.rules?.addenda.type;
  if (!layout) {
    findings.fault(line, `There are no addenda ${type} in ${batch.secCode} batches.`);
    return;
  }
  if (!batch.isInternational && expected && type !== expected && batch.rules?.addenda.most !== 0) {
    findings.fault(line, `${batch.secCode} has addenda ${expected}, not ${type}.`);
  }
  checkFields(layout, record, line, findings);
  if (type === '02') checkAddendaTrace(entry, record, line, findings);
  else checkSequences(entry, layout, record, line, findings);
  entry.addenda.details += 1;
}

/** Whether addenda 99 dishonour a return, or contest that. */
function answersAReturn(record: string): boolean {
  const meaning = record.startsWith('799') ? returnCodes.get(record.slice(3, 6)) : undefined;
  return meaning !== undefined && isBetweenBanks(meaning);
}

/** Checks an addenda record (7) and counts it to its entry; a return or notice in it is kept with the entry. */
export function checkAddenda(
  batch: OpenBatch,
  entry: OpenEntry,
  record: string,
  line: number,
  findings: Findings,
): void {
  const { addenda } = entry;
  const type = record.slice(1, 3);
  if (addenda.lastType === '99' && answersAReturn(record)) {
    findings.warn(line, 'The return that this addenda 99 answers stands in the same entry.');
  } else if (addenda.lastType === '98' || addenda.lastType === '99') {
    findings.fault(line, `Addenda ${type} follow addenda ${addenda.lastType}, which come last.`);
  } else if (type < addenda.lastType) {
    findings.fault(line, `Addenda ${type} follow addenda ${addenda.lastType}; they come before.`);
  }
  if (type !== addenda.lastType) addenda.nextSequence = 1;
  if (type === '99') entry.returned = checkReturn(batch, entry, record, line, findings);
  else if (type === '98') entry.notice = checkNotice(batch, entry, record, line, findings);
  else checkDetail(batch, entry, record, line, findings);
  addenda.lastType = type;
  addenda.count += 1;
  addenda.ofType.set(type, (addenda.ofType.get(type) ?? 0) + 1);
}
