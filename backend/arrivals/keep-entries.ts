import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { hideCardNumbers } from './hide-card-numbers.ts';
import type { EntryOnLine, StatementFault } from './read-statement.ts';

/** Another statement stood under these numbers before; nothing of this one was taken. */
export class StatementRefused extends Error {
  readonly faults: readonly StatementFault[];
  constructor(faults: readonly StatementFault[]) {
    super(faults.map(({ line, reason }) => `line ${line}: ${reason}`).join('\n'));
    this.faults = faults;
  }
}

interface Kept {
  readonly number: number;
  readonly id: string;
  readonly isNew: boolean;
  readonly same: boolean;
}

/**
 * Keeps the credits of a statement in one transaction, each once: an entry that is here already changes
 * nothing, and one that says something else under the same numbers refuses the whole statement. Gives the
 * ids of the arrivals, and how many of them are new.
 */
export function keepEntries(
  db: Database,
  credits: readonly EntryOnLine[],
  now: number,
): Promise<{ ids: string[]; fresh: number }> {
  const rows = credits.map((entry, number) => ({
    ...entry,
    number,
    id: uuidv7(),
    remitter: hideCardNumbers(entry.remitter),
    remittance: hideCardNumbers(entry.remittance),
  }));
  const read = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS read (number int, id uuid, statement_id text,
    entry_id text, booked_on date, amount bigint, channel text, remitter text, remittance text)`;
  return db.transaction().execute(async trx => {
    // In one order, so that two servers that read the same statement wait for each other and not in a circle.
    await sql`
      INSERT INTO arrival (arrival_id, statement_id, entry_id, booked_on, amount_cents, channel, remitter,
        remittance, read_at, why)
      SELECT id, statement_id, entry_id, booked_on, amount, channel, remitter, remittance,
        ${instantOf(now)}, 'not_tried'
      FROM ${read} ORDER BY statement_id, entry_id
      ON CONFLICT (statement_id, entry_id) DO NOTHING`.execute(trx);
    const { rows: kept } = await sql<Kept>`
      SELECT number, arrival_id AS id, arrival_id = read.id AS "isNew",
        (arrival.booked_on, amount_cents, arrival.channel, arrival.remitter, arrival.remittance)
          = (read.booked_on, amount, read.channel, read.remitter, read.remittance) AS same
      FROM ${read} JOIN arrival USING (statement_id, entry_id) ORDER BY number`.execute(trx);
    const faults = kept
      .filter(each => !each.same)
      .map(({ number }) => {
        const { line, statement_id, entry_id } = rows[number] as (typeof rows)[0];
        const reason = `entry ${entry_id} of statement ${statement_id} was read before and said something else`;
        return { line, reason };
      });
    if (faults.length > 0) throw new StatementRefused(faults);
    return { ids: kept.map(each => each.id), fresh: kept.filter(each => each.isNew).length };
  });
}
