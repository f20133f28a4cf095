import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What the line does to one request. Only `pass` leaves it alone. */
export type Fault =
  | 'pass'
  | 'drop_before'
  | 'drop_after'
  | 'delay'
  | 'hold_reply'
  | 'deliver_late'
  | 'duplicate'
  | 'truncate'
  | 'status_500'
  | 'status_429'
  | 'redirect'
  | 'nonsense'
  | 'other_payment';

export interface FaultLine {
  readonly url: string;
  /** Does this to the next requests that match, then passes again. */
  next(fault: Fault, matching?: (method: string, path: string) => boolean): void;
  /** Refuses every connection until `mend`. */
  cut(): void;
  mend(): void;
  /** Leads to another program from now on, as after a fail-over. */
  retarget(url: string): void;
  /** How often each fault really happened. */
  happened(fault: Fault): number;
  /** Waits until everything that was delivered late has arrived. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A line between two programs that breaks in the way a test asks for, over real HTTP. */
export async function openFaultLine(url: string, delayMs = 300): Promise<FaultLine> {
  let target = url;
  let planned: { fault: Fault; matching: (method: string, path: string) => boolean } | undefined;
  let isCut = false;
  const counts = new Map<Fault, number>();
  const late: Promise<unknown>[] = [];

  function forward(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(new URL(incoming.url ?? '/', target), {
        method: incoming.method ?? 'GET',
        headers: { ...incoming.headers, connection: 'close' },
      });
      outgoing.on('error', reject);
      outgoing.on('response', async answer => {
        const whole = await bodyOf(answer).catch(reject);
        if (whole)
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: whole });
      });
      outgoing.end(body);
    });
  }

  function reply(response: ServerResponse, { status, headers, body }: Answer): void {
    response.writeHead(status, { ...headers, connection: 'close' }).end(body);
  }

  const deeds: Record<Fault, (i: IncomingMessage, b: Buffer, r: ServerResponse) => Promise<void>> =
    {
      pass: async (incoming, body, response) => reply(response, await forward(incoming, body)),
      drop_before: async incoming => void incoming.socket.destroy(),
      async drop_after(incoming, body) {
        await forward(incoming, body);
        incoming.socket.destroy();
      },
      async delay(incoming, body, response) {
        await wait(delayMs);
        reply(response, await forward(incoming, body));
      },
      async hold_reply(incoming, body, response) {
        const answer = await forward(incoming, body);
        await wait(delayMs);
        reply(response, answer);
      },
      async deliver_late(incoming, body) {
        incoming.socket.destroy();
        late.push(wait(delayMs).then(() => forward(incoming, body)));
      },
      async duplicate(incoming, body, response) {
        const [first] = await Promise.all([forward(incoming, body), forward(incoming, body)]);
        reply(response, first);
      },
      async truncate(incoming, body, response) {
        const answer = await forward(incoming, body);
        response.writeHead(answer.status, { ...answer.headers, connection: 'close' });
        response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)));
        setTimeout(() => incoming.socket.destroy(), 20);
      },
      status_500: async (_i, _b, response) => void response.writeHead(500).end('broken'),
      status_429: async (_i, _b, response) => void response.writeHead(429).end('slow down'),
      redirect: async (_i, _b, response) =>
        void response.writeHead(307, { location: '/v1/elsewhere' }).end(),
      async other_payment(incoming, body, response) {
        const { status, headers, body: told } = await forward(incoming, body);
        const other = {
          ...JSON.parse(told.toString()),
          key: '01909090-0000-7000-8000-000000000000',
        };
        const { 'content-length': _length, ...rest } = headers;
        reply(response, { status, headers: rest, body: Buffer.from(JSON.stringify(other)) });
      },
      nonsense: async (_i, _b, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('{"moon":"cheese"}'),
    };

  const server = createServer(async (incoming, response) => {
    if (isCut) return void incoming.socket.destroy();
    const body = await bodyOf(incoming);
    const path = incoming.url ?? '/';
    const due = planned?.matching(incoming.method ?? '', path) ? planned.fault : 'pass';
    if (due !== 'pass') planned = undefined;
    counts.set(due, (counts.get(due) ?? 0) + 1);
    await deeds[due](incoming, body, response).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (fault, matching = () => true) => {
      planned = { fault, matching };
    },
    cut: () => {
      isCut = true;
      server.closeAllConnections();
    },
    retarget: other => {
      target = other;
    },
    mend: () => {
      isCut = false;
    },
    happened: fault => counts.get(fault) ?? 0,
    settled: async () => void (await Promise.allSettled(late)),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The request that charges a card. */
export const isPayment = (method: string, path: string) =>
  method === 'POST' && path === '/v1/payments';
