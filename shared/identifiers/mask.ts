/** The end of an identifier, for screens and records that must not hold the whole: `…4471`. */
export function masked(identifier: string, shown = 4): string {
  return `…${identifier.slice(-shown)}`;
}
