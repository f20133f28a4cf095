import { type Layout, lastNeededPosition, RECORD_LENGTH } from '../layout/field.ts';
import { LONGEST_KEPT } from '../lines.ts';
import type { Findings } from './findings.ts';

function counted({ length }: string): string {
  if (length >= LONGEST_KEPT) return `${LONGEST_KEPT} characters or more`;
  return length === 1 ? '1 character' : `${length} characters`;
}

/**
 * A record of 94 characters from its line. Blanks lost at the end are put back with a warning, where nothing
 * but blanks can have stood there; any other length is a fault and gives nothing.
 */
export function wholeRecord(
  line: string,
  lineNumber: number,
  layout: Layout,
  findings: Findings,
): string | undefined {
  if (line.length === RECORD_LENGTH) return line;
  if (line.length < RECORD_LENGTH && line.length >= lastNeededPosition(layout)) {
    findings.warn(
      lineNumber,
      `The line has ${line.length} characters; ${RECORD_LENGTH - line.length} blanks at its end were lost.`,
    );
    return line.padEnd(RECORD_LENGTH);
  }
  findings.fault(lineNumber, `The line has ${counted(line)}; a record has ${RECORD_LENGTH}.`);
  return undefined;
}
