import type { ChangeNotice, ReturnedEntry } from '../returned.ts';
import { blankLines } from './blank-lines.ts';
import { checkCharacters } from './characters.ts';
import { FileCheck } from './file-check.ts';
import { type Finding, Findings } from './findings.ts';
import { firstLine } from './first-line.ts';

export interface AchReport {
  readonly ok: boolean;
  readonly batches: number;
  readonly entries: number;
  readonly addenda: number;
  readonly debitCents: number;
  readonly creditCents: number;
  readonly returns: readonly ReturnedEntry[];
  readonly notices: readonly ChangeNotice[];
  readonly warnings: readonly Finding[];
  readonly faults: readonly Finding[];
}

export interface AchCheck {
  /** The next line, without its line end; one byte is one character. */
  line(text: string): void;
  end(): AchReport;
}

/**
 * Checks a Nacha file line by line and keeps nothing of it but its returns, its notices of change and what
 * was found: structure, fields, check digits, hashes, counts, totals and directions. A file with a fault is
 * not to be used in any part. Source: Nacha Operating Rules, record formats and file acceptance.
 */
export function createAchCheck(): AchCheck {
  const findings = new Findings();
  const file = new FileCheck(findings);
  const blanks = blankLines(findings);
  let lines = 0;
  let isBegun = false;
  let isForeign = false;

  function take(text: string): void {
    const begun = isBegun ? text : firstLine(text, lines, findings);
    isBegun = true;
    isForeign = begun === undefined;
    if (begun !== undefined) file.line(checkCharacters(begun, lines, findings), lines);
  }

  return {
    line(text) {
      lines += 1;
      if (!isForeign && !blanks.isBlank(text, lines)) take(text);
    },
    end() {
      if (!isForeign) file.end(blanks.end());
      const faults = findings.faults(Math.max(lines, 1));
      const { tally, batches, returns, notices } = file.batches;
      const { entries, addenda, debitCents, creditCents } = tally;
      const warnings = findings.warnings(Math.max(lines, 1));
      const sums = { batches, entries, addenda, debitCents, creditCents };
      return { ok: faults.length === 0, ...sums, returns, notices, warnings, faults };
    },
  };
}
