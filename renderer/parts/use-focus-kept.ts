import { useEffect } from 'react';
import { focusPane } from './focus.ts';

/** When what had the focus leaves the page, the pane of the step gets it: the keyboard is never lost. */
export function useFocusKept(pane: string): void {
  useEffect(() => {
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body && document.hasFocus()) focusPane(pane);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [pane]);
}
