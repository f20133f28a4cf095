import type { Findings } from './findings.ts';

const LINES_IN_A_BLOCK = 10;

/** The lines of a file: its records up to the file control, and the lines of nines after it. */
export interface BlockedLines {
  readonly records: number;
  readonly fillers: number;
}

/** How many blocks of ten lines that many records take. Source: Nacha Operating Rules, blocking factor. */
export const blocksOf = (records: number) => Math.ceil(records / LINES_IN_A_BLOCK);

/** How many lines of nines fill the last block. */
export const fillersAfter = (records: number) => blocksOf(records) * LINES_IN_A_BLOCK - records;

/** Checks that the file ends with its block; a file without any filler is common, and only warned about. */
export function checkFiller({ records, fillers }: BlockedLines, last: number, findings: Findings) {
  const expected = fillersAfter(records);
  if (fillers === expected) return;
  const needs = `${records} records need ${expected} lines of nines to fill their last block`;
  if (fillers === 0) findings.warn(last, `The ${needs}; there are none.`);
  else findings.fault(last, `The ${needs}; there are ${fillers}.`);
}
