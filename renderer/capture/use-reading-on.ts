import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Goes on to the next box by itself, after the one before it was drawn. A Tab that follows out of habit is
 * swallowed there as long as the box is empty: it would skip one.
 */
export function useReadingOn<Field extends string>(
  focusOn: (field: Field) => void,
): (next?: Field) => void {
  const next = useRef<Field>(undefined);
  const arrivedAt = useRef<Field>(undefined);

  useLayoutEffect(() => {
    if (!next.current) return;
    arrivedAt.current = next.current;
    next.current = undefined;
    focusOn(arrivedAt.current);
  });

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const box = event.target;
      const isHabit =
        event.key === 'Tab' &&
        !event.shiftKey &&
        box instanceof HTMLInputElement &&
        box.id === arrivedAt.current &&
        box.value === '';
      arrivedAt.current = undefined;
      if (isHabit) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  return field => {
    next.current = field;
  };
}
