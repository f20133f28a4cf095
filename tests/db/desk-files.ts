import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WriteDb } from '#db/handles.ts';
import { openJournal } from '#db/journal/open-journal.ts';
import type { FileOptions } from '#db/open.ts';
import { fileKey, migrationsOf } from './rows.ts';

/** A folder that is gone when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'remit-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function fileOptions(file: 'journal' | 'cache', folder = newFolder()): FileOptions {
  return { path: join(folder, `${file}.db`), key: fileKey, migrations: migrationsOf(file) };
}

/** Opens a journal that is closed when the test is over. */
export function journalFor(options: FileOptions): WriteDb {
  const db = openJournal(options);
  onTestFinished(() => void db.close());
  return db;
}

export const newJournal = () => journalFor(fileOptions('journal'));

export const bytesOf = (path: string) => readFileSync(path).toString('base64');
