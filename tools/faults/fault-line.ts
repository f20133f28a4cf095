import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deeds } from './deeds.ts';
import type { Fault } from './line-faults.ts';
import { bodyOf, bring } from './passage.ts';
import { isForEvents, streamThrough } from './stream-through.ts';

export interface FaultLine {
  readonly url: string;
  /** Does this to the next requests that match, then passes again. */
  next(fault: Fault, matching?: (method: string, path: string) => boolean): void;
  /** Refuses every connection until `mend`; what the line held is lost. */
  cut(): void;
  mend(): void;
  /** Leads to another program from now on, as after a fail-over. */
  retarget(url: string): void;
  /** Where it leads now. */
  target(): string;
  /** How often each fault really happened. */
  happened(fault: Fault): number;
  /** How many requests met the line when it was cut. */
  refused(): number;
  /** Waits until everything that was delivered late has arrived. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface LineOptions {
  /** How long a fault that waits does so. */
  readonly delayMs?: () => number;
  /** How long a request is held back for a later one to overtake it. */
  readonly patienceMs?: () => number;
  /** What to do to a request for which nothing was planned. */
  readonly decide?: (method: string, path: string) => Fault;
}

/** A line between two programs that breaks in the way it is asked to, over real HTTP. */
export async function openFaultLine(url: string, options: LineOptions = {}): Promise<FaultLine> {
  const { delayMs = () => 300, patienceMs = () => 2_000, decide = () => 'pass' as const } = options;
  let target = url;
  let planned: { fault: Fault; matching: (method: string, path: string) => boolean } | undefined;
  let isCut = false;
  let held = new AbortController();
  let arrived = 0;
  let refused = 0;
  const counts = new Map<Fault, number>();
  const late = new Set<Promise<unknown>>();
  /** Tells the number of each request that was answered. */
  const answered = new EventEmitter<{ answered: [number] }>().setMaxListeners(0);

  const count = (fault: Fault) => void counts.set(fault, (counts.get(fault) ?? 0) + 1);

  function later(work: () => Promise<unknown>): void {
    const going: Promise<unknown> = work()
      .catch(() => undefined)
      .finally(() => late.delete(going));
    late.add(going);
  }

  async function overtaken(number: number): Promise<boolean> {
    const signal = AbortSignal.timeout(patienceMs());
    try {
      for (;;) {
        const [other] = await once(answered, 'answered', { signal });
        if (other > number) return true;
      }
    } catch {
      return false;
    }
  }

  function plannedFor({ method = 'GET', url: path = '/' }: IncomingMessage): Fault {
    if (!planned?.matching(method, path)) return decide(method, path);
    const { fault } = planned;
    planned = undefined;
    return fault;
  }

  const server = createServer(async (incoming, response) => {
    if (isCut) {
      refused += 1;
      return void incoming.socket.destroy();
    }
    if (isForEvents(incoming)) return streamThrough(target, incoming, response);
    const number = ++arrived;
    const fault = plannedFor(incoming);
    const body = await bodyOf(incoming).catch(() => undefined);
    if (!body) return;
    if (fault !== 'reorder') count(fault);
    const passage = {
      incoming,
      response,
      delayMs: delayMs(),
      lost: held.signal,
      forward: () => bring(target, incoming, body),
      later,
      overtaken: () => overtaken(number),
      count,
    };
    await deeds[fault](passage).catch(() => incoming.socket.destroy());
    answered.emit('answered', number);
  });
  function loseHeld(): void {
    held.abort();
    held = new AbortController();
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (fault, matching = () => true) => {
      planned = { fault, matching };
    },
    cut: () => {
      isCut = true;
      loseHeld();
      server.closeAllConnections();
    },
    retarget: other => {
      target = other;
    },
    target: () => target,
    mend: () => {
      isCut = false;
    },
    happened: fault => counts.get(fault) ?? 0,
    refused: () => refused,
    settled: async () => void (await Promise.allSettled(late)),
    close: () =>
      new Promise(resolve => {
        loseHeld();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The request that charges a card. */
export const isPayment = (method: string, path: string) =>
  method === 'POST' && path === '/v1/payments';
