import { dateIn, type Instant } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import {
  DeclineCode,
  declineKind,
  SOFT_DECLINES_BEFORE_REFUSAL,
} from '#shared/payments/declines.ts';
import { VERIFICATION_HOURS } from '../balance/verified-for.ts';

/** The policy's numbers, as claim_payment reads them. */
export function claimRules(leaseMs: number) {
  return {
    verificationGoodFor: `${VERIFICATION_HOURS} hours`,
    duplicateWithin: '24 hours',
    declinesWithin: '24 hours',
    hardDeclines: DeclineCode.options.filter(code => declineKind[code] === 'hard'),
    declinesBeforeRefusal: SOFT_DECLINES_BEFORE_REFUSAL,
    /** How long nobody else asks the processor about a payment that somebody is just asking about. */
    lease: `${leaseMs} milliseconds`,
  };
}

/** The month it is in each region, such as `2026-11`: a kept card pays until its month has ended there. */
export function monthsNow(now: Instant): Record<string, string> {
  return Object.fromEntries(
    Object.entries(regions).map(([region, { timeZone }]) => [
      region,
      dateIn(timeZone, now).slice(0, 7),
    ]),
  );
}
