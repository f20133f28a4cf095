import { useEffect, useEffectEvent } from 'react';

/** News come in bursts: a run posts a thousand payments in a second. */
const NEWS_EVERY_MS = 2_000;

/** Runs when something changed anywhere in the backend, at most once in so long, and after the last change. */
export function useChanges(run: () => void, enabled = true, everyMs = NEWS_EVERY_MS): void {
  const runNow = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unlisten = window.desk.listen('changes', () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        runNow();
      }, everyMs);
    });
    return () => {
      unlisten();
      clearTimeout(timer);
    };
  }, [enabled, everyMs]);
}
