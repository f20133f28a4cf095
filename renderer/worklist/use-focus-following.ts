import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the keyboard in a row whose buttons change under it: when what was pressed is gone, the first that
 * is there now has the focus.
 */
export function useFocusFollowing(
  ...changes: readonly boolean[]
): RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null);
  const face = changes.join(' ');
  const shown = useRef(face);
  useEffect(() => {
    if (shown.current === face) return;
    shown.current = face;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) row.current?.querySelector<HTMLElement>('button')?.focus();
  }, [face]);
  return row;
}
