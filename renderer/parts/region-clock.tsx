import { createContext, type ReactNode, useContext } from 'react';
import type { Instant } from '#shared/calendar/dates.ts';
import { zoneMoment } from '#shared/calendar/zone-time.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { showMoment } from './show-time.ts';

const Region = createContext<RegionCode | null>(null);

/** On whose clock the times within are shown: that of a payment's region; the reader's where it has none. */
export function RegionClock({
  region,
  children,
}: {
  region: RegionCode | null;
  children: ReactNode;
}) {
  return <Region value={region}>{children}</Region>;
}

/** Day and time on the clock of a region, which is named: `November 21 at 14:02 PST`. */
export function showMomentIn(region: RegionCode, at: Instant): string {
  return zoneMoment(at, regions[region].timeZone);
}

/** How a moment is shown here. */
export function useMoment(): (at: Instant) => string {
  const region = useContext(Region);
  return at => (region === null ? showMoment(at) : showMomentIn(region, at));
}
