import type { Findings } from './findings.ts';
import type { Tally } from './tally.ts';

/** The fields that a batch control and the file control have in common. */
interface StatedTotals {
  readonly entryAddendaCount: string;
  readonly entryHash: string;
  readonly totalDebits: string;
  readonly totalCredits: string;
}

/** Faults every count, hash and total of a control record that is not what the records before it add up to. */
export function checkTotals(
  stated: StatedTotals,
  tally: Tally,
  lineNumber: number,
  findings: Findings,
): void {
  if (tally.incomplete) return;
  const rows: readonly (readonly [string, string, number])[] = [
    ['entry/addenda count', stated.entryAddendaCount, tally.entries + tally.addenda],
    ['entry hash', stated.entryHash, tally.hash],
    ['total of debits', stated.totalDebits, tally.debitCents],
    ['total of credits', stated.totalCredits, tally.creditCents],
  ];
  for (const [what, text, counted] of rows) {
    if (!/^\d+$/.test(text) || Number(text) === counted) continue;
    const expected = String(counted).padStart(text.length, '0');
    findings.fault(lineNumber, `The ${what} says ${text}; the records before it give ${expected}.`);
  }
}
