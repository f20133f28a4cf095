import type pg from 'pg';
import type { ExportHead } from '#shared/audit/signed-head.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import { readChainEnd } from './chain-end.ts';
import { linesOfChain } from './lines-of-chain.ts';

/** How long somebody who may not read the trail any more goes on reading it. */
const LOOK_AGAIN_MS = 500;

/**
 * The whole chain as JSON Lines: one that says where it ends and who signed for that, then its records in
 * order. What is written down meanwhile is not in it. Breaks off when `mayStill` throws.
 */
export async function* exportChain(
  pool: pg.Pool,
  exportedAt: Instant,
  mayStill: () => Promise<void>,
): AsyncGenerator<Buffer> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const end = await readChainEnd(client);
    const first: ExportHead = { audit: 'remit-desk', version: 1, exportedAt, ...end };
    yield Buffer.from(`${JSON.stringify(first)}\n`);
    let lookedAt = performance.now();
    for await (const piece of linesOfChain(client, end.head?.position ?? 0)) {
      if (performance.now() - lookedAt >= LOOK_AGAIN_MS) {
        await mayStill();
        lookedAt = performance.now();
      }
      yield piece;
    }
    await client.query('COMMIT');
    isWhole = true;
  } finally {
    client.release(!isWhole);
  }
}
