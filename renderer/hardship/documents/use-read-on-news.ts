import { useEffect, useRef } from 'react';
import type { HardshipCase } from '#shared/hardship/case.ts';

/** Reads a part of a case again when its history has grown: a colleague, or a run, did something in it. */
export function useReadOnNews({ events }: HardshipCase, refetch: () => unknown): void {
  const seen = useRef(events.length);
  useEffect(() => {
    if (seen.current === events.length) return;
    seen.current = events.length;
    refetch();
  }, [events.length, refetch]);
}
