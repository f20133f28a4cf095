import { useSyncExternalStore } from 'react';
import { keysNow, type LiveKey } from '../parts/keys.ts';

/** What lies over the page, with the keys that worked beneath it and where the focus was. */
interface OpenOverlay {
  readonly kind: 'help' | 'palette' | 'unsent' | 'worklist';
  readonly keys: readonly LiveKey[];
  readonly returnTo: Element | null;
}

let overlay: OpenOverlay | null = null;
const listeners = new Set<() => void>();

function replace(next: OpenOverlay | null) {
  overlay = next;
  for (const listener of listeners) listener();
}

export function openOverlay(kind: OpenOverlay['kind']): void {
  replace({ kind, keys: keysNow(), returnTo: document.activeElement });
}

/** Takes the overlay away and puts the focus back; `then` runs after that and may move it on. */
export function closeOverlay(then?: () => void): void {
  const returnTo = overlay?.returnTo;
  replace(null);
  setTimeout(() => {
    if (returnTo instanceof HTMLElement) returnTo.focus();
    then?.();
  });
}

export function useOpenOverlay(): OpenOverlay | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => overlay,
  );
}
