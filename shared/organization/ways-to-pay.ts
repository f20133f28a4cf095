import { organization } from './profile.ts';
import { type RegionCode, regions } from './regions.ts';

/** Where money that is not taken by phone goes, and how long it takes; for whoever reads it to a caller. */
export interface WaysToPay {
  readonly payee: string;
  readonly address: string;
  /** Business days until something mailed reaches the account, from and to. */
  readonly mailDays: readonly [number, number];
  readonly regionName: string;
  /** Whom to call about it: the region's own billing line where it has one. */
  readonly line: string;
}

/**
 * The ways to pay of a region, by the organization's profile. What is marked stale there is shown to nobody;
 * throws where the profile names no current billing line.
 */
export function waysToPay(region: RegionCode): WaysToPay {
  const current = organization.lines.filter(line => !line.stale);
  const purposed = (purpose: string) =>
    current.find(line => line.purpose.split('; ').includes(purpose));
  const { name } = regions[region];
  const line = purposed(`${name} billing`) ?? purposed('billing');
  if (!line) throw new Error('The organization profile names no current billing line.');
  const { payee, address, postingBusinessDays } = organization.mail;
  return { payee, address, mailDays: postingBusinessDays, regionName: name, line: line.number };
}
