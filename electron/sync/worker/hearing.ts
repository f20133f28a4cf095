import type { BackendEvent } from '#shared/contract/events.ts';
import type { SyncPace } from '../messages.ts';
import { hearEvents } from './hear-events.ts';

/** The line of events of whoever is signed in. */
export interface Hearing {
  /** Opens the line for this session, unless it is open already. */
  listen(token: string): void;
  end(): void;
}

export function createHearing(
  backendUrl: string,
  pace: SyncPace,
  heard: (kind: BackendEvent['kind']) => void,
): Hearing {
  let line: { readonly token: string; end(): void } | undefined;

  function end(): void {
    line?.end();
    line = undefined;
  }

  return {
    listen(token) {
      if (line?.token === token) return;
      end();
      line = { token, ...hearEvents({ backendUrl, token, pace, heard }) };
    },
    end,
  };
}
