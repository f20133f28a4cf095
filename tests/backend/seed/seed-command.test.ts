import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyTemplate } from '#tests/support/test-backend.ts';
import { asOf, digestOf, seedOf } from './seeds.ts';

const command = fileURLToPath(new URL('../../../tools/seed.ts', import.meta.url));

/** Runs the command as somebody would, with words and without a terminal. */
function seed(...words: string[]): Promise<{ code: number; said: string; complained: string }> {
  const { DATABASE_URL: _, ...env } = process.env;
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [command, ...words],
      { env },
      (_error, said, complained) => resolve({ code: child.exitCode ?? -1, said, complained }),
    );
  });
}

let databaseUrl: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ databaseUrl, drop } = await copyTemplate());
});

afterAll(() => drop());

test('words that make no sense end with code 2 and one sentence', async () => {
  expect(await seed('--patients', 'many')).toEqual({
    code: 2,
    said: '',
    complained: '--patients takes a whole number from 1 to 5,000,000, not "many".\n',
  });
});

test('a database with patients ends with code 1 and the word that would replace them', async () => {
  expect(await seed('--database-url', databaseUrl)).toEqual({
    code: 1,
    said: '',
    complained:
      'The database already has patients, so nothing was written to it. Use --replace to remove them first.\n',
  });
});

test('a server that does not answer ends with code 1 and without its password', async () => {
  const { code, complained } = await seed(
    '--database-url',
    'postgres://me:secret@127.0.0.1:9/bills',
  );
  expect(code).toBe(1);
  expect(complained).toBe(
    'The database on 127.0.0.1:9 cannot be used (ECONNREFUSED); check that it runs and listens there. Nothing was written.\n',
  );
});

test('with --json the counts and the digest come as one object, the digest of that seed', async () => {
  const words = ['--patients', '60', '--seed', '3', '--as-of', asOf, '--replace', '--json'];
  const { code, said } = await seed('--database-url', databaseUrl, ...words);
  expect(code).toBe(0);
  const digest = digestOf(seedOf(60, '3'));
  expect(JSON.parse(said)).toMatchObject({ patients: 60, seed: '3', asOf, digest });
});
