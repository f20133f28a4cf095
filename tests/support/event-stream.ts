import { BackendEvent, EVENTS_PATH } from '#shared/contract/events.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';

/** A desk's end of the backend's events. */
export interface EventStream {
  readonly status: number;
  readonly response: Response;
  /** The kinds that came, in order. */
  readonly heard: BackendEvent['kind'][];
  /** How many comments came. */
  beats(): number;
  /** Fulfilled when the backend ended it or the line broke. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  close(): void;
}

/** Listens over real HTTP as whoever holds `token`. */
export async function listenAs(
  backendUrl: string,
  token?: string,
  protocol: number = PROTOCOL_VERSION,
): Promise<EventStream> {
  const hangUp = new AbortController();
  const response = await fetch(`${backendUrl}${EVENTS_PATH}`, {
    headers: {
      [PROTOCOL_HEADER]: String(protocol),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    signal: hangUp.signal,
  });
  const heard: BackendEvent['kind'][] = [];
  let beats = 0;
  let over = false;
  const note = (part: string) => {
    if (part.startsWith(':')) beats += 1;
    else if (part.startsWith('data: ')) {
      heard.push(BackendEvent.parse(JSON.parse(part.slice('data: '.length))).kind);
    }
  };
  const read = async () => {
    let text = '';
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      parts.forEach(note);
    }
  };
  const ended = (response.ok ? read() : Promise.resolve())
    .catch(() => undefined)
    .then(() => {
      over = true;
    });
  return {
    status: response.status,
    response,
    heard,
    beats: () => beats,
    ended,
    hasEnded: () => over,
    close: () => hangUp.abort(),
  };
}
