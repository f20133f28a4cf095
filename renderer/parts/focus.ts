import { type RefObject, useEffect, useRef } from 'react';

/** Marks the thing in a pane that is to be done first. */
export const FIRST = '[data-focus-first]:not(:disabled)';

/** Moves the focus to what is to be done in a pane: what it marks as first, else the pane itself. */
export function focusPane(id: string): void {
  const pane = document.getElementById(id);
  (pane?.querySelector<HTMLElement>(FIRST) ?? pane)?.focus();
}

/** Whether nobody would notice the focus moving: it was lost, or waits on a pane. */
export function isWaiting(): boolean {
  const now = document.activeElement;
  return now === null || now === document.body || now.getAttribute('tabindex') === '-1';
}

/**
 * For what comes onto the screen late: takes the focus when the pane still waits for something to do,
 * and never out of somebody's hands.
 */
export function useTakesFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useEffect(() => {
    if (isWaiting()) ref.current?.focus();
  }, []);
  return ref;
}
