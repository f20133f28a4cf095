import {
  businessDayOf,
  businessDaysAfter,
  businessDaysBefore,
  cutOffOf,
} from '#shared/calendar/bank-calendar.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { type AchOriginator, achOriginatorOf } from '#shared/organization/ach-originators.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import type { CutOff } from './outgoing.ts';

export interface BankAndZone {
  readonly originator: AchOriginator;
  readonly timeZone: string;
  readonly regions: readonly RegionCode[];
}

/** The regions by the bank that sends for them and the zone in which their day ends. */
export function banksAndZones(): BankAndZone[] {
  const groups = new Map<string, BankAndZone & { regions: RegionCode[] }>();
  for (const region of RegionCode.options) {
    const originator = achOriginatorOf(region);
    const { timeZone } = regions[region];
    const name = `${originator.odfiRouting} ${timeZone}`;
    const group = groups.get(name) ?? { originator, timeZone, regions: [] };
    group.regions.push(region);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/**
 * The cut-off that was the last one at `now`. What is written directly after it settles on the next
 * business day; what is written late, on the next one that has not begun.
 */
export function lastCutOff({ timeZone, regions: of }: BankAndZone, now: number): CutOff {
  const at = instantOf(now);
  const open = businessDayOf(timeZone, at);
  const businessDay = businessDaysBefore(open, 1);
  const today = dateIn(timeZone, at);
  const settlesOn = open > today ? open : businessDaysAfter(today, 1);
  return { regions: of, timeZone, businessDay, at: cutOffOf(timeZone, businessDay), settlesOn };
}
