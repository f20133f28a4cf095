/** Keeps a line from breaking where it stands; it takes no room and is never drawn. */
const WORD_JOINER = '\u2060';

/**
 * The end of an identifier, for screens and records that must not hold the whole: `…4471`. Its two parts
 * are joined, for otherwise a line may end after the dots.
 */
export function masked(identifier: string, shown = 4): string {
  return `…${WORD_JOINER}${identifier.slice(-shown)}`;
}
