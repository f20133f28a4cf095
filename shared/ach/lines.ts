/** No record is a tenth as long; a file without line ends must not be held as one line. */
export const LONGEST_KEPT = 1_000;

/**
 * Cuts text that comes in pieces into lines, which end with LF or CRLF; a last line needs no end. Of a line
 * without end only its first thousand characters are kept.
 */
export function lineSplitter(takeLine: (line: string) => void) {
  let started = '';

  function takeStarted(rest: string): void {
    const line = (started + rest).slice(0, LONGEST_KEPT);
    started = '';
    takeLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  }

  return {
    push(piece: string): void {
      let from = 0;
      for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
        takeStarted(piece.slice(from, end));
        from = end + 1;
      }
      if (started.length < LONGEST_KEPT) started += piece.slice(from, from + LONGEST_KEPT);
    },
    end(): void {
      if (started !== '') takeStarted('');
    },
  };
}
