import { createParser } from 'eventsource-parser';
import { BackendEvent, EVENTS_PATH } from '#shared/contract/events.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { createBackOff } from '../back-off.ts';
import type { SyncPace } from '../messages.ts';

interface Listening {
  readonly backendUrl: string;
  readonly token: string;
  readonly pace: Pick<SyncPace, 'firstWaitMs' | 'longestWaitMs' | 'silenceMs'>;
  /** Hears each event, and `changed` whenever the line is open again: what was said meanwhile is lost. */
  readonly heard: (kind: BackendEvent['kind']) => void;
}

function kindIn(data: string): BackendEvent['kind'] | undefined {
  try {
    return BackendEvent.safeParse(JSON.parse(data)).data?.kind;
  } catch {
    return undefined;
  }
}

/** Reads one connection to its end; what breaks it is thrown. A line that falls silent is given up. */
async function readLine(listening: Listening, ended: AbortSignal, opened: () => void) {
  const { backendUrl, token, pace, heard } = listening;
  const silence = new AbortController();
  let alarm = setTimeout(() => silence.abort(), pace.silenceMs);
  try {
    const response = await fetch(`${backendUrl}${EVENTS_PATH}`, {
      headers: {
        accept: 'text/event-stream',
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
        authorization: `Bearer ${token}`,
      },
      redirect: 'manual',
      signal: AbortSignal.any([ended, silence.signal]),
    });
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    opened();
    const parser = createParser({
      onEvent({ data }) {
        const kind = kindIn(data);
        if (kind) heard(kind);
      },
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body) {
      clearTimeout(alarm);
      alarm = setTimeout(() => silence.abort(), pace.silenceMs);
      parser.feed(decoder.decode(chunk, { stream: true }));
    }
  } finally {
    clearTimeout(alarm);
  }
}

/** Hears what the backend says unasked, over a line that is opened again whenever it ends. */
export function hearEvents(listening: Listening): { end(): void } {
  const ended = new AbortController();
  const { pace, heard } = listening;
  const backOff = createBackOff(pace.firstWaitMs, pace.longestWaitMs);
  let timer: NodeJS.Timeout | undefined;

  async function listen(): Promise<void> {
    // Why a line ended makes no difference: asking on a timer goes on without it.
    await readLine(listening, ended.signal, () => {
      backOff.reset();
      heard('changed');
    }).catch(() => undefined);
    if (!ended.signal.aborted) timer = setTimeout(listen, backOff.next());
  }

  void listen();
  return {
    end() {
      ended.abort();
      clearTimeout(timer);
    },
  };
}
