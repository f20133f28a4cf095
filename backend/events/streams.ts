import { PassThrough, type Readable } from 'node:stream';
import type { BackendEvent } from '#shared/contract/events.ts';
import type { Person } from '../http/caller.ts';

/** One for the desk, one for the line it has lost without the server having noticed. */
const MOST_PER_WORKSTATION = 2;

/** A desk that reads nothing while this much waits for it has gone. */
const MOST_WAITING_BYTES = 16 * 1024;

type Which = (person: Person) => boolean;

/** The desks that listen at this server. */
export interface Streams {
  /** A stream for a desk, which begins by telling it to ask; the workstation's oldest ends where there are too many. */
  open(person: Person): Readable;
  everybody(): readonly Person[];
  tell(which: Which, kind: BackendEvent['kind']): void;
  /** Tells them that their session is another now, and ends their streams: who comes again is looked at anew. */
  turnOut(which: Which): void;
  /** Says nothing, so that both ends notice a line that is dead. */
  beat(): void;
  close(): void;
}

export function openStreams(): Streams {
  /** In the order in which they were opened. */
  const streams = new Map<PassThrough, Person>();
  let isClosed = false;

  function write(stream: PassThrough, text: string): void {
    if (stream.writableLength + stream.readableLength > MOST_WAITING_BYTES) stream.destroy();
    else if (stream.writable) stream.write(text);
  }
  const say = (stream: PassThrough, kind: BackendEvent['kind']) =>
    write(stream, `data: ${JSON.stringify({ kind } satisfies BackendEvent)}\n\n`);
  const those = (which: Which) => [...streams].filter(([, person]) => which(person));

  return {
    open(person) {
      const same = those(({ workstationId }) => workstationId === person.workstationId);
      for (const [oldest] of same.slice(0, 1 - MOST_PER_WORKSTATION)) oldest.end();
      const stream = new PassThrough();
      streams.set(stream, person);
      stream.once('close', () => streams.delete(stream));
      // A desk that hangs up in the middle of an event is gone, and nothing else.
      stream.on('error', () => undefined);
      say(stream, 'changed');
      if (isClosed) stream.end();
      return stream;
    },
    everybody: () => [...streams.values()],
    tell(which, kind) {
      for (const [stream] of those(which)) say(stream, kind);
    },
    turnOut(which) {
      for (const [stream] of those(which)) {
        say(stream, 'session');
        stream.end();
      }
    },
    beat() {
      for (const stream of streams.keys()) write(stream, ':\n\n');
    },
    close() {
      isClosed = true;
      for (const stream of streams.keys()) stream.end();
    },
  };
}
