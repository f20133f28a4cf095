import type { Findings } from './findings.ts';

const allowed = /^[\x20-\x7e]*$/;
const outside = /[^\x20-\x7e]/;

/** One character of UTF-8 as a reader of single bytes sees it: a first byte and those that continue it. */
const oneCharacterOfUtf8 = /[\xc2-\xf4][\x80-\xbf]{1,3}/g;

function nameOf(character: string): string {
  if (character === '\t') return 'a tab';
  if (character === '\0') return 'a NUL character';
  if (character < ' ' || character === '\x7f') return 'a control character';
  return 'a character that is not ASCII';
}

/**
 * Faults characters that no field may hold, and gives the line with a question mark for each of them, so
 * that everything after them stands in its place.
 */
export function checkCharacters(line: string, lineNumber: number, findings: Findings): string {
  if (allowed.test(line)) return line;
  const place = line.search(outside);
  findings.fault(lineNumber, `Position ${place + 1} holds ${nameOf(line.charAt(place))}.`);
  return line.replace(oneCharacterOfUtf8, '?').replace(/[^\x20-\x7e]/g, '?');
}
