import { existsSync } from 'node:fs';
import { openEmbedded } from '../database/embedded.ts';
import { postgresAddress } from './typed-words.ts';

/** The database a command works on: the one of `DATABASE_URL`, or that of a data folder, started for it. */
export async function openKeptDatabase(
  folder: string,
): Promise<{ databaseUrl: string; stop(): Promise<void> }> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) {
    const databaseUrl = postgresAddress('DATABASE_URL', DATABASE_URL);
    return { databaseUrl, stop: async () => undefined };
  }
  if (existsSync(folder)) return openEmbedded(folder);
  throw new Error(`There is no ledger in ${folder}; start the backend once, or set DATABASE_URL.`);
}
