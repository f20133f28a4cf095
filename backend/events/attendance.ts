import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import type { Streams } from './streams.ts';

const nameOf = ({ sessionHash }: Person) => sessionHash.toString('hex');

const footing = (role: string, regions: readonly string[]) => [role, ...regions].join();

/** Turns out whoever's session has ended, or is another than when they came; who came while it asked is not asked about. */
export async function checkAttendance(db: Database, streams: Streams, now: number): Promise<void> {
  const everybody = streams.everybody();
  if (everybody.length === 0) return;
  const asked = new Set(everybody.map(nameOf));
  const { rows } = await sql<{ hash: string; role: string; regions: string[] }>`
    SELECT encode(token_hash, 'hex') AS hash, role, regions FROM session JOIN user_account USING (user_id)
    WHERE token_hash = ANY (${everybody.map(({ sessionHash }) => sessionHash)}::bytea[]) AND expires_at > ${instantOf(now)}`.execute(
    db,
  );
  const footings = new Map(rows.map(row => [row.hash, footing(row.role, row.regions)]));
  streams.turnOut(
    person =>
      asked.has(nameOf(person)) &&
      footings.get(nameOf(person)) !== footing(person.role, person.user.regions),
  );
}
