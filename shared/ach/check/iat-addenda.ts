import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import type { OpenEntry } from './open-entry.ts';

const needed = ['10', '11', '12', '13', '14', '15', '16'];
const most: Readonly<Record<string, number>> = { '17': 2, '18': 5 };

/**
 * Whether an IAT entry has its seven addenda once each, and not too many of the others. Many writers say 7
 * whatever follows, so that only another number is a fault.
 */
export function checkInternationalAddenda(
  batch: OpenBatch,
  { addenda, line, returned, notice, statedAddenda }: OpenEntry,
  findings: Findings,
): void {
  if (batch.secCode === 'COR' || notice) return;
  for (const type of needed) {
    const count = addenda.ofType.get(type) ?? 0;
    if (count === 0) findings.fault(line, `The IAT entry has no addenda ${type}.`);
    if (count > 1) findings.fault(line, `The IAT entry has ${count} addenda ${type}.`);
  }
  for (const [type, limit] of Object.entries(most)) {
    const count = addenda.ofType.get(type) ?? 0;
    if (count <= limit) continue;
    findings.fault(
      line,
      `The IAT entry has ${count} addenda ${type}; at most ${limit} may follow.`,
    );
  }
  if (returned || statedAddenda === undefined || statedAddenda === addenda.count) return;
  const reason = `The entry says ${statedAddenda} addenda; there are ${addenda.count}.`;
  if (statedAddenda === needed.length) findings.warn(line, reason);
  else findings.fault(line, reason);
}
