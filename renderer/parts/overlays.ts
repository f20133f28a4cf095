import { useEffect, useSyncExternalStore } from 'react';

let open = 0;
const listeners = new Set<() => void>();

function count(change: number) {
  open += change;
  for (const listener of listeners) listener();
}

/** Tells that something lies over the page while `shown`: a dialog, a menu. */
export function useOverlay(shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    count(1);
    return () => count(-1);
  }, [shown]);
}

/**
 * Whether something lies over the page. The card capture is a view above the page, which no dialog can
 * cover: it has to make room by itself.
 */
export function useCovered(): boolean {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open > 0,
  );
}
