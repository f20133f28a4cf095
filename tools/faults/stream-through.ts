import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { EVENTS_PATH } from '#shared/contract/events.ts';

/** Whether a request asks for the line of events, whose answer never ends. */
export function isForEvents({ url = '' }: IncomingMessage): boolean {
  return url.startsWith(EVENTS_PATH);
}

/** Lets an answer through as it comes; either end that goes takes the other with it. */
export function streamThrough(
  target: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  const outgoing = request(new URL(incoming.url ?? '/', target), {
    method: incoming.method ?? 'GET',
    headers: { ...incoming.headers, connection: 'close' },
  });
  outgoing.on('response', answer => {
    response.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'close' });
    response.flushHeaders();
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  response.on('error', () => outgoing.destroy());
  response.on('close', () => outgoing.destroy());
  outgoing.end();
}
