import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';

let said = { text: '', count: 0 };
const listeners = new Set<() => void>();

/** Tells a screen reader, politely, what has just changed. */
export function announce(text: string): void {
  said = { text, count: said.count + 1 };
  for (const listener of listeners) listener();
}

/** The one polite live region; every page has it, so that nothing is lost between pages. */
export function Announcements() {
  const now = useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  return (
    <VisuallyHidden role="status" aria-live="polite">
      <span key={now.count}>{now.text}</span>
    </VisuallyHidden>
  );
}
