import { adviceBatchControl } from '../layout/advice-records.ts';
import { batchControl } from '../layout/batch-records.ts';
import { readRecord } from '../layout/read-record.ts';
import { checkTotals } from './control-totals.ts';
import { checkFields } from './field-values.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';

function checkCompany(batch: OpenBatch, record: string, line: number, findings: Findings): void {
  const companyId = readRecord(batchControl, record).companyId.trim();
  if (companyId === '') findings.warn(line, 'The company id is not given.');
  else if (companyId !== batch.companyId) {
    const reason = `The company id is not that of its header in line ${batch.headerLine}.`;
    findings.fault(line, reason);
  }
}

/** Checks a batch control (8) against the header and the entries of its batch. */
export function checkBatchControl(
  batch: OpenBatch,
  record: string,
  line: number,
  findings: Findings,
): void {
  const isAdvice = batch.rules?.entry === 'advice';
  checkFields(isAdvice ? adviceBatchControl : batchControl, record, line, findings);
  const control = readRecord(isAdvice ? adviceBatchControl : batchControl, record);
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
  if (!isAdvice) checkCompany(batch, record, line, findings);
  if (batch.tally.entries === 0 && !batch.tally.incomplete) {
    findings.fault(line, 'The batch has no entries.');
  }
  checkTotals(control, batch.tally, line, findings);
}
