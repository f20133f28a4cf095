import type pg from 'pg';

/**
 * Lets the tables be filled without the log of changes hearing of each row, and gives back what lets it
 * hear again. Copies that desks have already pulled are refused, because the log will not mend them.
 * All in the caller's transaction.
 */
export async function silenceFeed(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ owner: string; name: string }>(
    `SELECT tgrelid::regclass::text AS owner, quote_ident(tgname) AS name
     FROM pg_trigger WHERE tgname LIKE 'feed\\_%' AND NOT tgisinternal ORDER BY owner, name`,
  );
  const set = async (how: 'ENABLE' | 'DISABLE') => {
    for (const { owner, name } of rows) {
      await client.query(`ALTER TABLE ${owner} ${how} TRIGGER ${name}`);
    }
  };
  await client.query('UPDATE change_feed SET feed_id = gen_random_uuid()');
  await set('DISABLE');
  return () => set('ENABLE');
}
