import { type IncomingMessage, request, type ServerResponse } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** One request on its way over a line. */
export interface Passage {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly delayMs: number;
  /** Aborts when the line is cut while it holds this. */
  readonly lost: AbortSignal;
  /** Brings it to the program that is at the other end now. */
  forward(): Promise<Answer>;
  /** Goes on with this after the asker has been dealt with. */
  later(work: () => Promise<unknown>): void;
  /** Waits until a request that came after this one has been answered; false when none was in time. */
  overtaken(): Promise<boolean>;
  /** Counts that this happened to it. */
  count(fault: 'reorder' | 'delay'): void;
}

export async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export function bring(target: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(incoming.url ?? '/', target), {
      method: incoming.method ?? 'GET',
      headers: { ...incoming.headers, connection: 'close' },
    });
    outgoing.on('error', reject);
    outgoing.on('response', async answer => {
      const whole = await bodyOf(answer).catch(reject);
      if (whole) resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: whole });
    });
    outgoing.end(body);
  });
}

export function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, connection: 'close' }).end(body);
}
