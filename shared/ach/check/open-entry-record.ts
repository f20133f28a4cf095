import { adviceCodes, transactionCodes } from '../codes/transaction-codes.ts';
import { adviceEntry } from '../layout/advice-records.ts';
import { corporateEntry, entry as entryLayout, iatEntry } from '../layout/entry-records.ts';
import { readRecord } from '../layout/read-record.ts';
import { checkFields } from './field-values.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import { noAddenda, type OpenEntry } from './open-entry.ts';

function layoutFor(batch: OpenBatch) {
  if (batch.isInternational) return iatEntry;
  if (batch.rules?.entry === 'advice') return adviceEntry;
  return batch.rules?.entry === 'corporate' ? corporateEntry : entryLayout;
}

/** What every form of an entry has. */
function commonFields(batch: OpenBatch, record: string) {
  if (batch.isInternational) {
    const read = readRecord(iatEntry, record);
    return { ...read, identification: '', receiverName: '', discretionaryData: '' };
  }
  if (batch.rules?.entry === 'advice') {
    const read = readRecord(adviceEntry, record);
    const { operatorRouting, julianDay, sequence } = read;
    // What tells advices apart stands where other entries have their trace.
    const trace = `${operatorRouting}${julianDay}${sequence}`;
    return { ...read, trace, identification: '', addendaCount: undefined };
  }
  if (batch.rules?.entry === 'corporate') return readRecord(corporateEntry, record);
  return { ...readRecord(entryLayout, record), addendaCount: undefined };
}

/** Checks the fields of an entry (6) each by itself, and opens it for its addenda. */
export function openEntry(
  batch: OpenBatch,
  record: string,
  line: number,
  findings: Findings,
): OpenEntry {
  checkFields(layoutFor(batch), record, line, findings);
  const read = commonFields(batch, record);
  const codes = batch.rules?.entry === 'advice' ? adviceCodes : transactionCodes;
  return {
    line,
    transactionCode: read.transactionCode,
    meaning: codes.get(read.transactionCode),
    rdfi: read.rdfi,
    checkDigit: read.checkDigit,
    trace: read.trace,
    amountCents: /^\d+$/.test(read.amount) ? Number(read.amount) : Number.NaN,
    accountNumber: read.accountNumber.trim(),
    identification: read.identification.trim(),
    receiverName: read.receiverName.trim(),
    discretionaryData: read.discretionaryData.trim(),
    addendaIndicator: read.addendaIndicator,
    statedAddenda: read.addendaCount === undefined ? undefined : Number(read.addendaCount),
    addenda: noAddenda(),
    returned: undefined,
    notice: undefined,
  };
}
