import type pg from 'pg';

/** Every row of every table, the processor's own included, as text. */
export async function everythingKept(pool: pg.Pool): Promise<string> {
  const { rows: tables } = await pool.query(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'sandbox_processor') AND table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query(`SELECT each::text FROM ${name} AS each`);
    texts.push(...rows.map(row => row.each));
  }
  return texts.join('\n');
}
