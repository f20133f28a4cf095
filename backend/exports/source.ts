import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import type { CardProcessor } from '../processor/port.ts';

export interface AskedSource {
  /** One snapshot: everything is read as it stood at one moment. */
  readonly db: Database;
  readonly person: Person;
  readonly filters: unknown;
  readonly now: number;
  /** Asked where what it has is held against the books. */
  readonly processor: CardProcessor;
}

/** What an export reads: rows of the list's contract, some at a time, as they are asked for. */
export interface Exported {
  /** Null where nobody knows before the end. */
  readonly total: number | null;
  readonly batches: AsyncIterable<readonly object[]>;
}

export type Source = (asked: AskedSource) => Promise<Exported>;

/** A list that is read at once: what waits for somebody is never long. */
export function readAtOnce(read: (asked: AskedSource) => Promise<readonly object[]>): Source {
  return async asked => {
    const rows = await read(asked);
    return {
      total: rows.length,
      batches: (async function* () {
        yield rows;
      })(),
    };
  };
}

/** A list that is read page after page; `read` gives the next place, or null after the last. */
export function readByPages<Place>(
  read: (
    asked: AskedSource,
    place: Place | undefined,
  ) => Promise<{ rows: readonly object[]; next: Place | null }>,
): Source {
  return async asked => ({
    total: null,
    batches: (async function* () {
      let place: Place | null | undefined;
      while (place !== null) {
        const page = await read(asked, place);
        yield page.rows;
        place = page.next;
      }
    })(),
  });
}
