import type { Findings } from './findings.ts';

/** Old systems mark the end of a file so. */
const END_OF_FILE = '\x1a';

/** Tells blank lines at the end of a file, which are common, from those between its records. */
export function blankLines(findings: Findings) {
  let lastRecord = 0;
  let firstBlank = 0;
  return {
    /** Whether a line is blank; one before it that was not at the end is faulted now. */
    isBlank(text: string, line: number): boolean {
      if (/^\s*$/.test(text) || text === END_OF_FILE) {
        firstBlank ||= line;
        return true;
      }
      if (firstBlank !== 0) findings.fault(firstBlank, 'The line is empty.');
      firstBlank = 0;
      lastRecord = line;
      return false;
    },
    /** The last line that was not blank, 0 where there was none. */
    end(): number {
      if (firstBlank !== 0 && lastRecord !== 0) {
        findings.warn(firstBlank, 'The file ends with blank lines.');
      }
      return lastRecord;
    },
  };
}
