import { parentPort, workerData } from 'node:worker_threads';
import { connect, openPool } from '../../database/connect.ts';
import { verifyDatabase } from '../verify/verify-database.ts';
import type { Believed } from '../verify/verify-export.ts';

/** What a verification beside the server is given. */
export interface VerifyOrder extends Believed {
  readonly databaseUrl: string;
  /** One 32-bit count: the records that are checked. */
  readonly checked: SharedArrayBuffer;
}

const { databaseUrl, checked, ...believed } = workerData as VerifyOrder;
const count = new Int32Array(checked);
const pool = openPool(databaseUrl, 3);
const db = connect(pool);
try {
  const verdict = await verifyDatabase(pool, believed, records => {
    Atomics.store(count, 0, records);
  });
  parentPort?.postMessage(verdict);
} finally {
  await db.destroy();
}
