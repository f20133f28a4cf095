import type Database from 'better-sqlite3';

declare const reads: unique symbol;
declare const writes: unique symbol;

/** A handle of which only queries that read may be asked. */
export type ReadDb = Database.Database & { readonly [reads]: true };

/** A handle that may write too. Query functions take their handle first, so its type says what they do. */
export type WriteDb = ReadDb & { readonly [writes]: true };
