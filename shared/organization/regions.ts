import { z } from 'zod';

/** The regions of the profile with the zone their cut-offs and dates are read in. */
export const regions = {
  NCAL: { name: 'Northern California', timeZone: 'America/Los_Angeles', states: ['CA'] },
  SCAL: { name: 'Southern California', timeZone: 'America/Los_Angeles', states: ['CA'] },
  CO: { name: 'Colorado', timeZone: 'America/Denver', states: ['CO'] },
  GA: { name: 'Georgia', timeZone: 'America/New_York', states: ['GA'] },
  HI: { name: 'Hawaii', timeZone: 'Pacific/Honolulu', states: ['HI'] },
  MAS: { name: 'Mid-Atlantic States', timeZone: 'America/New_York', states: ['MD', 'VA', 'DC'] },
  NW: { name: 'Northwest', timeZone: 'America/Los_Angeles', states: ['OR', 'WA'] },
  WA: { name: 'Washington', timeZone: 'America/Los_Angeles', states: ['WA'] },
} as const;

export const RegionCode = z.enum(['NCAL', 'SCAL', 'CO', 'GA', 'HI', 'MAS', 'NW', 'WA']);
export type RegionCode = z.infer<typeof RegionCode>;
