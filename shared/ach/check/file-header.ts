import { isRoutingNumber } from '../codes/routing-number.ts';
import { fileHeader } from '../layout/file-records.ts';
import { readRecord } from '../layout/read-record.ts';
import { checkFields } from './field-values.ts';
import type { Findings } from './findings.ts';

/** Checks a file header (1); whom it names is only warned about, for banks give out numbers of their own. */
export function checkFileHeader(record: string, lineNumber: number, findings: Findings): void {
  checkFields(fileHeader, record, lineNumber, findings);
  const { immediateDestination, fileIdModifier } = readRecord(fileHeader, record);
  const destination = immediateDestination.trim();
  if (destination.length === 9 && !isRoutingNumber(destination)) {
    findings.warn(lineNumber, 'The immediate destination is not a routing number.');
  }
  if (/[^A-Za-z0-9 ]/.test(fileIdModifier)) {
    findings.warn(lineNumber, 'The file id modifier is neither a letter nor a digit.');
  }
}
