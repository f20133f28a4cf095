import { codes } from './en/codes.ts';

/** A code without words of its own, as it can be read: `ach_origination` is `ACH origination`. */
export function readCode(code: string): string {
  return code
    .replaceAll('_', ' ')
    .replace(/\bach\b/g, 'ACH')
    .replace(/\bmrn\b/g, 'MRN');
}

/** A code of a record in a supervisor's words. */
export function sayCode(kind: keyof typeof codes, code: string): string {
  const words: Readonly<Record<string, string>> = codes[kind];
  return words[code] ?? readCode(code);
}
