import type { Layout } from '../layout/field.ts';
import type { Findings } from './findings.ts';
import type { OpenEntry } from './open-entry.ts';

function fieldOf(layout: Layout, name: string, record: string): string | undefined {
  const field = layout.find(each => each.name === name);
  return field && record.slice(field.start - 1, field.start - 1 + field.length);
}

/** Addenda of one type are numbered from one, and each repeats the last seven digits of its entry's trace. */
export function checkSequences(
  entry: OpenEntry,
  layout: Layout,
  record: string,
  line: number,
  findings: Findings,
): void {
  const sequence = fieldOf(layout, 'addendaSequence', record);
  const { nextSequence } = entry.addenda;
  if (sequence !== undefined && Number(sequence) !== nextSequence) {
    const expected = String(nextSequence).padStart(4, '0');
    findings.fault(line, `The addenda sequence is ${sequence}; it should be ${expected}.`);
  }
  entry.addenda.nextSequence += 1;
  const entrySequence = fieldOf(layout, 'entrySequence', record);
  if (entrySequence !== entry.trace.slice(-7)) {
    findings.fault(
      line,
      `The entry sequence ${entrySequence} is not that of its entry, ${entry.trace.slice(-7)}.`,
    );
  }
}
