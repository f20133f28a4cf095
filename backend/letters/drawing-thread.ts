import { parentPort } from 'node:worker_threads';
import { letterPdf } from './letter-pdf.ts';

parentPort?.on('message', async sheet => {
  parentPort?.postMessage(await letterPdf(sheet));
});
