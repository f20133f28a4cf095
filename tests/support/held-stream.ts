import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { AUDIT_EXPORT_PATH } from '#shared/contract/audit.ts';
import { EXPORTS_PATH } from '#shared/contract/exports.ts';

const streamed = [EXPORTS_PATH, AUDIT_EXPORT_PATH];

/** A line to a backend on which an export comes to a stand in the middle. */
export interface HeldStream {
  readonly url: string;
  /** How many exports stand still now. */
  held(): number;
  /** Lets them go on. */
  release(): void;
  /** Breaks them off, as a backend does that goes away. */
  breakOff(): void;
  close(): Promise<void>;
}

/** Passes everything, but of an export only the first lines until it is released. */
export async function openHeldStream(backendUrl: string, linesFirst: number): Promise<HeldStream> {
  const standing = new Map<ServerResponse, () => void>();
  async function passLines(got: IncomingMessage, answer: ServerResponse): Promise<void> {
    let passed = 0;
    for await (const line of createInterface({ input: got })) {
      if (passed === linesFirst) {
        await new Promise<void>(resolve => standing.set(answer, resolve));
        standing.delete(answer);
      }
      passed += 1;
      answer.write(`${line}\n`);
    }
    answer.end();
  }
  const server = createServer((asked, answer) => {
    const { method, url = '', headers } = asked;
    const onward = request(`${backendUrl}${url}`, { method, headers }, async got => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      if (!streamed.includes(url) || got.statusCode !== 200) return void got.pipe(answer);
      // Whoever asked may hang up.
      await passLines(got, answer).catch(() => answer.destroy());
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    held: () => standing.size,
    release() {
      for (const goOn of standing.values()) goOn();
    },
    breakOff() {
      for (const answer of standing.keys()) answer.destroy();
    },
    async close() {
      for (const goOn of standing.values()) goOn();
      server.closeAllConnections();
      server.close();
    },
  };
}
