import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { ExportStart, FromExport } from '../messages.ts';
import { writeExport } from './write-export.ts';

/** A nice value: where the cores are busy, whoever waits for an answer comes first. */
const LESS_THAN_THE_PAGE = 5;

/** The thread that writes one export, so that a million rows are in nobody's way. */
const port = parentPort;
if (!port) throw new Error('The export worker runs beside the main process, not by itself.');

// On Linux a priority is a thread's own; elsewhere it would be the whole desk's.
if (process.platform === 'linux') setPriority(0, LESS_THAN_THE_PAGE);

const stop = new AbortController();
port.once('message', () => stop.abort());
const tell = (message: FromExport) => port.postMessage(message);
void writeExport(workerData as ExportStart, tell, stop.signal).then(() => port.close());
