import type { Broken, ReadLine } from './found.ts';

/** What a chain was when its first line came that does not fit. */
export interface UpToHere {
  /** The last line that fitted. */
  readonly before: ReadLine | undefined;
  readonly expected: number;
  readonly hash: string;
}

/**
 * Says of the first line that does not fit, and the few after it, what was done: `lines[0]` is that line.
 * Somebody who computed hashes anew is told by what the lines after it still hold.
 */
export function diagnose({ before, expected, hash }: UpToHere, lines: readonly ReadLine[]): Broken {
  const [line, next] = lines as [ReadLine, ReadLine | undefined];
  const { position, id } = line;
  if (line.gone) return { what: 'removed', position, id, why: `Record ${position} was deleted.` };
  if (position === null) {
    const why = `The line where record ${expected} belongs is no record.`;
    return { what: 'altered', position: expected, id: null, why };
  }
  if (position > expected) {
    const later = lines.find(each => each.position === expected);
    if (!later) return removed(expected, position);
    const why = `Record ${position} stands before record ${expected}.`;
    return { what: 'reordered', position, id, why };
  }
  if (position < expected) return inserted(line, before, next);
  // Places that were counted anew in the database: what each record itself holds of the one before it still tells.
  if (line.previous !== hash && lines.some(each => each.hash === line.previous)) {
    const why = `The record that stands as number ${expected} belongs behind one that comes after it.`;
    return { what: 'reordered', position: expected, id, why };
  }
  if (next?.previous === hash) return inserted(line, undefined, next);
  if (line.computed !== line.hash) return altered(line, 'does not have the hash written with it');
  if (before && next?.previous === line.hash) {
    return altered(before, `does not have the hash that record ${position} holds of it`);
  }
  return altered(line, 'does not follow the record before it');
}

function removed(from: number, to: number): Broken {
  const why =
    to === from + 1 ? `Record ${from} is missing.` : `Records ${from} to ${to - 1} are missing.`;
  return { what: 'removed', position: from, id: null, why };
}

function altered({ position, id }: ReadLine, how: string): Broken {
  return { what: 'altered', position, id, why: `Record ${position} ${how}.` };
}

/** Of two in one place the one is genuine that the rest goes on from. */
function inserted(
  line: ReadLine,
  before: ReadLine | undefined,
  next: ReadLine | undefined,
): Broken {
  const goesOnFromThis =
    next?.position === Number(line.position) + 1 && next.previous === line.hash;
  const { position, id } = before && goesOnFromThis ? before : line;
  const why = `A record was put in as number ${position} that is not of this chain.`;
  return { what: 'inserted', position, id, why };
}
