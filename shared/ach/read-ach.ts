import { type AchReport, createAchCheck } from './check/ach-check.ts';
import { lineSplitter } from './lines.ts';

/**
 * Checks a whole Nacha file that is at hand as text, one character for one byte (latin1). Gives its sums, its
 * returns and its notices of change; nothing of it may be used unless `ok`.
 */
export function readAch(text: string): AchReport {
  const check = createAchCheck();
  const lines = lineSplitter(check.line);
  lines.push(text);
  lines.end();
  return check.end();
}
