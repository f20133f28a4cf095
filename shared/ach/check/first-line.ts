import type { Findings } from './findings.ts';

const BYTE_ORDER_MARK = '\xef\xbb\xbf';

/**
 * The first line without what some editors put before it; nothing where the file is of another kind, of
 * which a fault in every line would say no more.
 */
export function firstLine(text: string, line: number, findings: Findings): string | undefined {
  if (text.startsWith(BYTE_ORDER_MARK)) {
    findings.fault(line, 'The file begins with a byte order mark; it must begin with its header.');
    return firstLine(text.slice(BYTE_ORDER_MARK.length), line, findings);
  }
  if (/^1.{93}[5-9].{93}[5-9]/.test(text)) {
    const reason =
      'The file has no line ends; each of its records must stand in a line of its own.';
    findings.fault(line, reason);
    return undefined;
  }
  if (/^[156789]/.test(text) && !text.includes('\0')) return text;
  const isBinary = /[^\x20-\x7e\t]/.test(text);
  findings.fault(line, `This is not a Nacha file${isBinary ? ' but binary data' : ''}.`);
  return undefined;
}
