import { codes } from '../words/en/codes.ts';

/** Which file or payment it was tells a reader nothing that the look itself does not. */
const NAMES_AN_ID = /^(export|payment) [0-9a-f-]{36}$/;

/** What was kept of why somebody looked, as a supervisor reads it; null where it adds nothing to the look. */
export function whyLooked(reason: string | null): string | null {
  if (reason === null || NAMES_AN_ID.test(reason)) return null;
  const factors: Readonly<Record<string, string>> = codes.factors;
  return factors[reason] ?? reason.replace('search by nothing: all', 'search: all');
}
