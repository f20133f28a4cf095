import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { anchorsFile, fileAnchors } from '#backend/audit/anchors.ts';
import { PUBLIC_KEYS_FILE } from '#backend/audit/public-keys.ts';
import type { AuditVerdict } from '#backend/audit/verify/verify-chain.ts';
import { type DatabaseVerdict, verifyDatabase } from '#backend/audit/verify/verify-database.ts';
import { type Believed, verifyExport } from '#backend/audit/verify/verify-export.ts';
import { openKeptDatabase } from '#backend/command/kept-database.ts';
import { connect, openPool } from '#backend/database/connect.ts';
import { migrate } from '#backend/database/migrate.ts';
import { inDatabase } from '#backend/database/refused-by-database.ts';
import { PublicAuditKey } from '#shared/audit/signed-head.ts';
import { readArguments, USAGE, type VerifyArguments } from './arguments.ts';
import { linesOf } from './say-verdict.ts';

/** Where the command speaks. */
export interface Voice {
  say(line: string): void;
  complain(line: string): void;
}

async function keysIn(file: string): Promise<PublicAuditKey[]> {
  try {
    return z
      .array(PublicAuditKey)
      .min(1)
      .parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Error(`There are no keys to be read in ${file}; give the file of the data folder.`, {
      cause,
    });
  }
}

/** A file that was asked for has to be there; that of a data folder need not. */
function present(asked: string | undefined, usual: string): string | undefined {
  if (asked !== undefined && !existsSync(asked)) throw new Error(`There is no file ${asked}.`);
  return asked ?? (existsSync(usual) ? usual : undefined);
}

async function believedIn({ data, keys, anchors }: VerifyArguments): Promise<Believed> {
  const keysFile = present(keys, path.resolve(data, PUBLIC_KEYS_FILE));
  const anchorFile = present(anchors, anchorsFile(data));
  return {
    keys: keysFile === undefined ? undefined : await keysIn(keysFile),
    outside: anchorFile ? await fileAnchors(anchorFile) : [],
  };
}

async function ofDatabase(folder: string, believed: Believed): Promise<DatabaseVerdict> {
  const server = await openKeptDatabase(folder);
  const pool = openPool(server.databaseUrl, 3);
  const db = connect(pool);
  try {
    return await inDatabase(server.databaseUrl, async () => {
      await migrate(db);
      return verifyDatabase(pool, believed);
    });
  } finally {
    await db.destroy();
    await server.stop();
  }
}

async function ofFile(file: string, believed: Believed): Promise<AuditVerdict> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  return verifyExport(file, believed);
}

/** Verifies what the words ask for; gives the exit code. */
export async function auditVerify(words: readonly string[], voice: Voice): Promise<number> {
  try {
    const wanted = readArguments(words);
    if (!wanted) {
      voice.say(USAGE);
      return 0;
    }
    const believed = await believedIn(wanted);
    const began = performance.now();
    const verdict = await (wanted.file === null
      ? ofDatabase(wanted.data, believed)
      : ofFile(wanted.file, believed));
    const told = {
      ...verdict,
      keysGiven: believed.keys !== undefined,
      tookMs: Math.round(performance.now() - began),
    };
    if (wanted.json) voice.say(JSON.stringify(told));
    else linesOf(told).forEach(voice.say);
    return verdict.broken ? 1 : 0;
  } catch (error) {
    voice.complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
}
