import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void) {
  window.addEventListener('focus', changed);
  window.addEventListener('blur', changed);
  return () => {
    window.removeEventListener('focus', changed);
    window.removeEventListener('blur', changed);
  };
}

/** Whether the keyboard is on this page; while a card is typed it is in the capture view. */
export function usePageFocus(): boolean {
  return useSyncExternalStore(subscribe, () => document.hasFocus());
}
