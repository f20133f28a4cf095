import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROTOCOL_HEADER } from '#shared/contract/protocol.ts';

/** A way to the backend on which it is exchanged, at a word, for one that speaks another protocol. */
export interface UpgradedLine {
  readonly url: string;
  /** From now on the greeting tells another version, and whatever else arrives is counted. */
  upgrade(): void;
  /** The other version is there, and the desk has not been told by a greeting yet. */
  upgradeSilently(): void;
  takeBack(): void;
  /** How often the other version was asked anything but its greeting. */
  asked(): number;
  close(): Promise<void>;
}

export async function openUpgradedLine(target: string): Promise<UpgradedLine> {
  let version: 'ours' | 'other' | 'other_ungreeted' = 'ours';
  let asked = 0;

  const server = createServer(async (incoming, response) => {
    const isGreeting = incoming.url === '/v1/hello';
    if (version === 'other' && isGreeting) {
      const hello = { product: 'remit-backend', protocolVersion: 999, sandbox: true };
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ ...hello, now: new Date().toISOString() }));
    }
    if (version !== 'ours' && !isGreeting) asked += 1;
    const headers = new Headers(incoming.headers as Record<string, string>);
    for (const own of ['connection', 'content-length', 'host']) headers.delete(own);
    if (version !== 'ours') headers.set(PROTOCOL_HEADER, '999');
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const answer = await fetch(new URL(incoming.url ?? '/', target), {
      method: incoming.method ?? 'GET',
      headers,
      ...(parts.length > 0 && { body: Buffer.concat(parts) }),
    });
    const type = answer.headers.get('content-type');
    response.writeHead(answer.status, { ...(type && { 'content-type': type }) });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    upgrade: () => {
      version = 'other';
    },
    upgradeSilently: () => {
      version = 'other_ungreeted';
    },
    takeBack: () => {
      version = 'ours';
    },
    asked: () => asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
