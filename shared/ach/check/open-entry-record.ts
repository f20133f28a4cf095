import { transactionCodes } from '../codes/transaction-codes.ts';
import { corporateEntry, entry as entryLayout, iatEntry } from '../layout/entry-records.ts';
import { readRecord } from '../layout/read-record.ts';
import { checkFields } from './field-values.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import { noAddenda, type OpenEntry } from './open-entry.ts';

function layoutFor(batch: OpenBatch) {
  if (batch.isInternational) return iatEntry;
  return batch.rules?.entry === 'corporate' ? corporateEntry : entryLayout;
}

function formFields(batch: OpenBatch, record: string) {
  if (batch.isInternational) {
    const { accountNumber, addendaCount } = readRecord(iatEntry, record);
    return {
      accountNumber,
      identification: '',
      receiverName: '',
      discretionaryData: '',
      stated: addendaCount,
    };
  }
  if (batch.rules?.entry === 'corporate') {
    const read = readRecord(corporateEntry, record);
    return { ...read, stated: read.addendaCount };
  }
  return { ...readRecord(entryLayout, record), stated: undefined };
}

/** Checks the fields of an entry (6) each by itself, and opens it for its addenda. */
export function openEntry(
  batch: OpenBatch,
  record: string,
  line: number,
  findings: Findings,
): OpenEntry {
  checkFields(layoutFor(batch), record, line, findings);
  const common = readRecord(entryLayout, record);
  const form = formFields(batch, record);
  return {
    line,
    transactionCode: common.transactionCode,
    meaning: transactionCodes.get(common.transactionCode),
    trace: common.trace,
    amountCents: /^\d+$/.test(common.amount) ? Number(common.amount) : Number.NaN,
    accountNumber: form.accountNumber.trim(),
    identification: form.identification.trim(),
    receiverName: form.receiverName.trim(),
    discretionaryData: form.discretionaryData.trim(),
    addendaIndicator: common.addendaIndicator,
    statedAddenda: form.stated === undefined ? undefined : Number(form.stated),
    addenda: noAddenda(),
    returned: undefined,
    notice: undefined,
  };
}
