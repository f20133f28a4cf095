import type pg from 'pg';
import type { ExportHead } from '#shared/audit/signed-head.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import { readChainEnd } from './chain-end.ts';
import { linesOfChain } from './lines-of-chain.ts';

/**
 * The whole chain as JSON Lines: one that says where it ends and who signed for that, then its records in
 * order. What is written down meanwhile is not in it.
 */
export async function* exportChain(pool: pg.Pool, exportedAt: Instant): AsyncGenerator<Buffer> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const end = await readChainEnd(client);
    const first: ExportHead = { audit: 'remit-desk', version: 1, exportedAt, ...end };
    yield Buffer.from(`${JSON.stringify(first)}\n`);
    for await (const piece of linesOfChain(client, end.head?.position ?? 0)) yield piece;
    await client.query('COMMIT');
    isWhole = true;
  } finally {
    client.release(!isWhole);
  }
}
