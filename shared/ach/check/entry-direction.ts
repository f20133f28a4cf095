import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import type { OpenEntry } from './open-entry.ts';

const onlyDirection: Readonly<Record<string, string>> = { '220': 'credit', '225': 'debit' };

/** Whether money may go this way in this batch: by its service class, and by its code unless it reverses. */
export function checkDirection(batch: OpenBatch, entry: OpenEntry, findings: Findings): void {
  const { meaning, transactionCode, line } = entry;
  if (!meaning) {
    if (/^\d\d$/.test(transactionCode)) {
      findings.fault(line, `There is no transaction code ${transactionCode}.`);
    }
    return;
  }
  const allowed = onlyDirection[batch.serviceClass];
  const what = `Transaction code ${transactionCode} is a ${meaning.direction}`;
  if (allowed && allowed !== meaning.direction) {
    findings.fault(line, `${what}; service class ${batch.serviceClass} has ${allowed}s only.`);
  }
  const only = batch.rules?.only;
  const comesBack = entry.returned !== undefined || meaning.use === 'return';
  if (only && only !== meaning.direction && !batch.isReversal && !comesBack) {
    findings.fault(line, `${what}; ${batch.secCode} has ${only}s only, save for reversals.`);
  }
}
