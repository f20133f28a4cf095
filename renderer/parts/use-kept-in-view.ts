import { type RefObject, useEffect, useRef } from 'react';

/** Brings what is to be done now into view, as far as it must be moved for that and no farther. */
export function useKeptInView<Element extends HTMLElement>(
  isNow: boolean,
): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useEffect(() => {
    if (isNow) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isNow]);
  return ref;
}
