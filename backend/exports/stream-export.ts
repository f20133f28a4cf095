import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ExportOrder, ExportStreamLine } from '#shared/contract/exports.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import type { CardProcessor } from '../processor/port.ts';
import { noteExported } from './note-exported.ts';
import type { ExportEnd } from './record-export.ts';
import { exportSources } from './sources.ts';

/** Who reads nothing for so long has gone: a snapshot that stays open keeps the database from tidying up. */
const LONGEST_SILENCE = '120s';

interface Streamed {
  /** For what the export leaves behind. */
  readonly db: Database;
  /** Each export holds one of its connections for as long as it takes. */
  readonly snapshots: Database;
  readonly processor: CardProcessor;
  readonly order: ExportOrder;
  readonly person: Person;
  readonly now: number;
  /** Throws once they may not read any more. */
  readonly mayStill: () => Promise<void>;
  /** How far it came, as it goes on. */
  readonly end: ExportEnd;
}

const lineOf = (line: ExportStreamLine) => Buffer.from(`${JSON.stringify(line)}\n`);

/**
 * A list as JSON Lines, as it stood when the export began: what changes meanwhile is not in it. Whoever reads
 * slowly is waited for; before each batch it is looked again whether they still may.
 */
export async function* streamExport(streamed: Streamed): AsyncGenerator<Buffer> {
  try {
    yield* wholeExport(streamed);
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
    streamed.end.ended = 'refused';
    yield lineOf({ refused: failure.code });
  }
}

async function* wholeExport(streamed: Streamed): AsyncGenerator<Buffer> {
  const { db, snapshots, processor, order, person, now, mayStill, end } = streamed;
  const snapshot = await snapshots
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    await sql`SET LOCAL idle_in_transaction_session_timeout = ${sql.lit(LONGEST_SILENCE)}`.execute(
      snapshot,
    );
    const asked = { db: snapshot, person, filters: order.filters, now, processor };
    const { total, batches } = await exportSources[order.list](asked);
    yield lineOf({ begun: { at: instantOf(now), total } });
    for await (const rows of batches) {
      await mayStill();
      await noteExported(db, order.exportId, rows, person, now);
      yield lineOf({ rows: [...rows] });
      end.rows += rows.length;
    }
    end.ended = 'whole';
    yield lineOf({ whole: { rows: end.rows } });
  } finally {
    // Nothing was written, so there is nothing to keep; a connection that is gone has rolled back by itself.
    await snapshot
      .rollback()
      .execute()
      .catch(() => undefined);
  }
}
