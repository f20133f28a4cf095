import { ending } from '../account-ending.ts';
import { returnAddenda } from '../layout/addenda-records.ts';
import { readRecord } from '../layout/read-record.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import type { OpenEntry } from './open-entry.ts';

/** What every return and every notice says about the entry it is for. */
export function aboutEntry(batch: OpenBatch, entry: OpenEntry, record: string, line: number) {
  const { originalTrace, originalRdfi } = readRecord(returnAddenda, record);
  return {
    line,
    originalTrace,
    originalRdfi,
    trace: entry.trace,
    secCode: batch.secCode,
    companyId: batch.companyId,
    accountEnding: ending(entry.accountNumber),
    identification: entry.identification,
  };
}

/** Warns where the entry that came back cannot be found by what is said of it. */
export function checkOriginal(record: string, line: number, findings: Findings): void {
  const { originalTrace } = readRecord(returnAddenda, record);
  if (/^0+$/.test(originalTrace)) findings.warn(line, 'The original trace number is all zeros.');
}
