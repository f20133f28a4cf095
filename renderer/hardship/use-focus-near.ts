import { useEffect } from 'react';
import { FIRST, focusPane } from '../parts/focus.ts';

/** The parts of the page around an element, the nearest first. */
function partsAround(element: Element): HTMLElement[] {
  const parts: HTMLElement[] = [];
  let part = element.closest<HTMLElement>('section');
  while (part) {
    parts.push(part);
    part = part.parentElement?.closest<HTMLElement>('section') ?? null;
  }
  return parts;
}

function focusPart(part: HTMLElement): void {
  const first = part.querySelector<HTMLElement>(FIRST);
  if (!first && !part.hasAttribute('tabindex')) part.tabIndex = -1;
  (first ?? part).focus();
}

/**
 * Keeps the keyboard where somebody was on a long page: what rests while it works gets the focus back, and where it is
 * gone, the nearest part that was around it does; else the pane.
 */
export function useFocusNear(pane: string): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let around: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      around = partsAround(target);
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || !document.hasFocus()) return;
      if (last?.isConnected) {
        if (!last.matches(':disabled')) last.focus();
        return;
      }
      const near = around.find(part => part.isConnected);
      if (near) focusPart(near);
      else focusPane(pane);
    });
    document.addEventListener('focusin', remember);
    const attributeFilter = ['disabled'];
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [pane]);
}
