import { terminalAddenda } from '../layout/addenda-records.ts';
import { readRecord } from '../layout/read-record.ts';
import type { Findings } from './findings.ts';
import type { OpenEntry } from './open-entry.ts';

/**
 * Addenda 02, 98 and 99 repeat the whole trace of their entry. In what comes back some banks leave zeros there,
 * and others the trace that the entry was first sent with: that is told apart as a warning.
 */
export function checkAddendaTrace(
  entry: OpenEntry,
  record: string,
  line: number,
  findings: Findings,
): void {
  const { trace } = readRecord(terminalAddenda, record);
  if (trace === entry.trace) return;
  const isBack = record.startsWith('798') || record.startsWith('799');
  const reason = `The trace number ${trace} is not that of its entry, ${entry.trace}.`;
  if (/^0+$/.test(trace)) findings.warn(line, "The addenda's trace number is all zeros.");
  else if (isBack) findings.warn(line, reason);
  else findings.fault(line, reason);
}
