import { type RefObject, useEffect } from 'react';
import type { Bounds } from '#shared/desk/payment-calls.ts';
import { ask } from '../../../desk/ask.ts';
import { useCovered } from '../../../parts/overlays.ts';
import { boundsOf, nowhere } from './bounds-of.ts';

/** Where the place for the card entry is on the page right now. */
export function placeOf(place: HTMLElement | null): Bounds {
  if (!place) return nowhere;
  const seen = place.closest('section[id]')?.getBoundingClientRect();
  const edges = place.getBoundingClientRect();
  return boundsOf(edges, seen ?? edges);
}

/** Keeps the capture view over its place while the page scrolls, grows or is covered by a dialog. */
export function useCaptureBounds(place: RefObject<HTMLElement | null>, open: boolean): void {
  const covered = useCovered();
  useEffect(() => {
    if (!open) return;
    let frame = 0;
    const put = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const bounds = covered ? nowhere : placeOf(place.current);
        void ask('capture.place', { bounds }).catch(() => undefined);
      });
    };
    put();
    const sizes = new ResizeObserver(put);
    sizes.observe(document.body);
    if (place.current) sizes.observe(place.current);
    window.addEventListener('scroll', put, true);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      window.removeEventListener('scroll', put, true);
    };
  }, [place, open, covered]);
}
