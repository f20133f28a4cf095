import { parentPort, workerData } from 'node:worker_threads';
import type { FromSync, SyncStart, ToSync } from '../messages.ts';
import { createDeskCopy } from './desk-copy.ts';

/** The thread that alone writes `cache.db`: nothing it does is in the way of the page. */
const port = parentPort;
if (!port) throw new Error('The sync worker runs beside the main process, not by itself.');

const copy = createDeskCopy(workerData as SyncStart, (message: FromSync) =>
  port.postMessage(message),
);
port.on('message', (message: ToSync) => copy.hear(message));
void copy.run().then(() => port.close());
