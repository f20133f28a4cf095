import { terminalAddenda } from '../layout/addenda-records.ts';
import { readRecord } from '../layout/read-record.ts';
import type { Findings } from './findings.ts';
import type { OpenEntry } from './open-entry.ts';

/** Addenda 02, 98 and 99 repeat the whole trace of their entry; some banks leave zeros there. */
export function checkAddendaTrace(
  entry: OpenEntry,
  record: string,
  line: number,
  findings: Findings,
): void {
  const { trace } = readRecord(terminalAddenda, record);
  if (trace === entry.trace) return;
  if (/^0+$/.test(trace)) findings.warn(line, "The addenda's trace number is all zeros.");
  else findings.fault(line, `The trace number ${trace} is not that of its entry, ${entry.trace}.`);
}
