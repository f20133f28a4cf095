import type { Bounds } from '#shared/desk/payment-calls.ts';

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const nowhere: Bounds = { x: 0, y: 0, width: 0, height: 0 };

/**
 * Where the capture view lies: over the place kept for it, and never beyond the part of the panel that
 * can be seen, because it floats above everything else on the page.
 */
export function boundsOf(place: Edges, seen: Edges): Bounds {
  const x = Math.max(0, Math.round(Math.max(place.left, seen.left)));
  const y = Math.max(0, Math.round(Math.max(place.top, seen.top)));
  const width = Math.round(Math.min(place.right, seen.right)) - x;
  const height = Math.round(Math.min(place.bottom, seen.bottom)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : nowhere;
}
