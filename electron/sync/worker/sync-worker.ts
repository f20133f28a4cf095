import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromSync, SyncStart, ToSync } from '../messages.ts';
import { createDeskCopy } from './desk-copy.ts';

/** A nice value: where the cores are busy, whoever waits for an answer comes first. */
const LESS_THAN_THE_PAGE = 10;

/** The thread that alone writes `cache.db`: nothing it does is in the way of the page. */
const port = parentPort;
if (!port) throw new Error('The sync worker runs beside the main process, not by itself.');

// On Linux a priority is a thread's own; elsewhere it would be the whole desk's.
if (process.platform === 'linux') setPriority(0, LESS_THAN_THE_PAGE);

const copy = createDeskCopy(workerData as SyncStart, (message: FromSync) =>
  port.postMessage(message),
);
port.on('message', (message: ToSync) => copy.hear(message));
void copy.run().then(() => port.close());
