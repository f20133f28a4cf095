import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AchReport } from '#shared/ach/check/ach-check.ts';
import { readAch } from '#shared/ach/read-ach.ts';

export const goldenFiles = [
  'tel.ach',
  'ppd.ach',
  'web.ach',
  'ccd.ach',
  'ctx.ach',
  'iat.ach',
  'returns.ach',
  'dishonoured.ach',
  'cor.ach',
] as const;
export type GoldenFile = (typeof goldenFiles)[number];

/** One of the files that were made by hand, as text. */
export function goldenText(name: GoldenFile): string {
  return readFileSync(path.join(import.meta.dirname, 'files', name), 'latin1');
}

/** Its lines, without line ends. */
export function goldenLines(name: GoldenFile): string[] {
  return linesOf(goldenText(name));
}

/** The lines of a text whose last line has its end too; blanks at their ends stay. */
export function linesOf(text: string): string[] {
  return text.split('\n').slice(0, -1);
}

/** What the check says of lines. */
export function checkLines(lines: readonly string[]): AchReport {
  return readAch(lines.map(line => `${line}\n`).join(''));
}

/** The lines with one of them changed; the number counts from 1, as the check counts. */
export function withLine(
  lines: readonly string[],
  line: number,
  change: (text: string) => string,
): string[] {
  return lines.map((text, place) => (place === line - 1 ? change(text) : text));
}

/** A text with other characters from a position on, counted from 1. */
export function put(position: number, characters: string): (text: string) => string {
  return text =>
    text.slice(0, position - 1) + characters + text.slice(position - 1 + characters.length);
}
