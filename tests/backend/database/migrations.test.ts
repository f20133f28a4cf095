import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import { migrate } from '#backend/database/migrate.ts';
import { copyTemplate } from '#tests/support/test-backend.ts';

const folder = path.resolve(import.meta.dirname, '../../../backend/migrations');
const released: Record<string, string> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'released-migrations.json'), 'utf8'),
);

let template: Awaited<ReturnType<typeof copyTemplate>>;
let db: Database;
const pools: ReturnType<typeof openPool>[] = [];
beforeAll(async () => {
  template = await copyTemplate();
  pools.push(openPool(template.databaseUrl, 2));
  db = connect(pools[0] as ReturnType<typeof openPool>);
});
afterAll(async () => {
  await db.destroy();
  await template.drop();
});

describe('the migrations of the backend', () => {
  it('are never changed once released, only added to', () => {
    const names = readdirSync(folder).sort();
    const checksums = names.map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(checksums)).toEqual(released);
  });

  it('run again change nothing', async () => {
    await expect(migrate(db)).resolves.toBeUndefined();
  });

  it('say so when the database does not answer, rather than that it is another version’s', async () => {
    const silent = connect(openPool('postgres://me:secret@127.0.0.1:9/bills', 1));
    await expect(migrate(silent)).rejects.toThrow(/did not answer \(ECONNREFUSED\)/);
    await silent.destroy();
  });

  it('leave a database of a newer version as it was, and say so', async () => {
    await pools[0]?.query(
      "INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-from-the-future', '2030')",
    );
    await expect(migrate(db)).rejects.toThrow('made by another version of the backend');
  });
});
