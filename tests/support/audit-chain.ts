import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { exportChain } from '#backend/audit/export-chain.ts';
import { announceKey } from '#backend/audit/keys.ts';
import { sealRecords } from '#backend/audit/seal.ts';
import { newAuditKey, signerOf } from '#backend/audit/signing-key.ts';
import { connect, openPool } from '#backend/database/connect.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { copyTemplate } from './test-backend.ts';

/** A database of its own with a key that signs its chain. */
export async function openAuditDatabase() {
  const { databaseUrl, drop } = await copyTemplate();
  const pool = openPool(databaseUrl, 8);
  const db = connect(pool);
  const key = newAuditKey();
  const signer = signerOf(key);
  const folder = mkdtempSync(join(tmpdir(), 'remit-audit-'));
  await announceKey(db, signer, Date.now());
  return {
    databaseUrl,
    pool,
    db,
    key,
    signer,
    folder,
    /** Writes records down, about `thing 1` and so on. */
    write: (count: number) => writeRecords(pool, count),
    seal: (most?: number) => sealRecords(db, signer, Date.now, most),
    /** The chain as a file; gives its path and its lines. */
    async export() {
      const pieces: Buffer[] = [];
      for await (const piece of exportChain(pool, instantOf(Date.now()), async () => undefined))
        pieces.push(piece);
      const text = Buffer.concat(pieces).toString();
      const file = join(folder, 'export.jsonl');
      writeFileSync(file, text);
      return { file, lines: text.trimEnd().split('\n') };
    },
    /** As somebody who owns the database: past every trigger. */
    async tamper(sql: string) {
      const client = await pool.connect();
      try {
        await client.query('SET session_replication_role = replica');
        await client.query(sql);
        await client.query('RESET session_replication_role');
      } finally {
        client.release();
      }
    },
    async close() {
      await db.destroy();
      await drop();
    },
  };
}

export type AuditDatabase = Awaited<ReturnType<typeof openAuditDatabase>>;

async function writeRecords(pool: pg.Pool, count: number): Promise<void> {
  await pool.query(
    `SELECT audit_event('access_found', '2026-11-21T20:00:00.123Z', 'succeeded', 'r.ames', NULL, '127.0.0.1',
       NULL, 'call', 'patient', 'thing ' || n, 'quoted "é" \\ 	tab') FROM generate_series(1, $1) AS n`,
    [count],
  );
}
