import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/** The different words of a field, each found by one step along its index: no record is read. */
async function wordsOf(db: Database, field: 'action' | 'outcome' | 'user'): Promise<string[]> {
  const said = sql`audit_said(content, ${sql.lit(field)})`;
  // As the index of outcomes is kept, which leaves out the one that most have.
  const held = field === 'outcome' ? sql`audit_said(content, 'outcome') <> 'succeeded'` : sql`true`;
  const { rows } = await sql<{ word: string }>`
    WITH RECURSIVE found (word) AS (
      (SELECT ${said} FROM audit_record WHERE ${held} ORDER BY ${said} LIMIT 1)
      UNION ALL
      SELECT (SELECT ${said} FROM audit_record WHERE ${held} AND ${said} > found.word ORDER BY ${said} LIMIT 1)
      FROM found WHERE found.word IS NOT NULL)
    SELECT word FROM found WHERE word <> ''`.execute(db);
  return rows.map(({ word }) => word);
}

/** What can be chosen to narrow the trail. */
export async function auditChoices(db: Database) {
  const [actions, outcomes, users] = await Promise.all([
    wordsOf(db, 'action'),
    wordsOf(db, 'outcome'),
    wordsOf(db, 'user'),
  ]);
  return { actions, outcomes: ['succeeded', ...outcomes], users };
}
