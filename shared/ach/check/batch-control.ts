import { batchControl } from '../layout/batch-records.ts';
import { readRecord } from '../layout/read-record.ts';
import { checkTotals } from './control-totals.ts';
import { checkFields } from './field-values.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';

/** Checks a batch control (8) against the header and the entries of its batch. */
export function checkBatchControl(
  batch: OpenBatch,
  record: string,
  line: number,
  findings: Findings,
): void {
  checkFields(batchControl, record, line, findings);
  const control = readRecord(batchControl, record);
  const header = `that of its header in line ${batch.headerLine}`;
  const rows: readonly (readonly [string, string, string])[] = [
    ['service class', control.serviceClass, batch.serviceClass],
    ['originating bank', control.odfi, batch.odfi],
    ['batch number', control.batchNumber, batch.number],
  ];
  for (const [what, stated, expected] of rows) {
    if (stated === expected) continue;
    findings.fault(line, `The ${what} ${stated} is not ${header}, ${expected}.`);
  }
  const companyId = control.companyId.trim();
  if (companyId === '') findings.warn(line, 'The company id is not given.');
  else if (companyId !== batch.companyId) {
    findings.fault(line, `The company id is not ${header}.`);
  }
  if (batch.tally.entries === 0 && !batch.tally.incomplete) {
    findings.fault(line, 'The batch has no entries.');
  }
  checkTotals(control, batch.tally, line, findings);
}
