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
