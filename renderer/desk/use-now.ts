import { useEffect, useState } from 'react';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import { showClock } from '../parts/show-time.ts';
import { useDeskState } from './use-desk-state.ts';

/** How far the desk's dates are ahead of the real time: a sandbox may have been moved. */
function useAheadMs(): number {
  return useDeskState()?.aheadMs ?? 0;
}

/** The desk's time at this rendering: by it every date is told, aged and checked. */
export function useInstant(): Instant {
  return instantOf(Date.now() + useAheadMs());
}

/** When an answer was read, on the desk's clock: `14:02`. */
export function useReadAt(dataUpdatedAt: number): string {
  return showClock(instantOf(dataUpdatedAt + useAheadMs()));
}

/** The desk's time in milliseconds since 1970, read again every `everyMs`. */
export function useNow(everyMs: number): number {
  const aheadMs = useAheadMs();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + aheadMs;
}
