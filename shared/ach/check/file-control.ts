import { adviceFileControl } from '../layout/advice-records.ts';
import { fileControl } from '../layout/file-records.ts';
import { readRecord } from '../layout/read-record.ts';
import { blocksOf } from './blocks.ts';
import { checkTotals } from './control-totals.ts';
import { checkFields } from './field-values.ts';
import type { Findings } from './findings.ts';
import type { Tally } from './tally.ts';

/** What the records of a file come to: its file control included in their number. */
interface FileCounts {
  readonly batches: number;
  readonly records: number;
  readonly tally: Tally;
  readonly isAdvice: boolean;
}

/** Checks the file control (9) against everything before it. */
export function checkFileControl(
  { batches, records, tally, isAdvice }: FileCounts,
  record: string,
  line: number,
  findings: Findings,
): void {
  checkFields(isAdvice ? adviceFileControl : fileControl, record, line, findings);
  const control = readRecord(isAdvice ? adviceFileControl : fileControl, record);
  const blocks = blocksOf(records);
  if (/^\d+$/.test(control.batchCount) && Number(control.batchCount) !== batches) {
    findings.fault(line, `The batch count says ${control.batchCount}; there are ${batches}.`);
  }
  if (/^\d+$/.test(control.blockCount) && Number(control.blockCount) !== blocks) {
    const reason = `The block count says ${control.blockCount}; ${records} records take ${blocks}.`;
    findings.fault(line, reason);
  }
  if (batches === 0) findings.warn(line, 'The file has no batches.');
  checkTotals(control, tally, line, findings);
}
