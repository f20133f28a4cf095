import { debitDateFault, debitDates } from '#shared/ach/debit-dates.ts';
import { type AchAuthorisation, missingElements } from '#shared/ach/tel-authorisation.ts';
import { dateIn, type Instant } from '#shared/calendar/dates.ts';
import { isRecordingReference } from '#shared/call/recording-reference.ts';
import type { PaymentOrder } from '#shared/contract/payments.ts';
import { regions } from '#shared/organization/regions.ts';

/** A desk's clock may be this far ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** An authorisation belongs to the call it is sent from; no call lasts longer. */
const LONGEST_CALL_MS = 4 * 60 * 60_000;

function faultAnywhere(agreed: AchAuthorisation, order: PaymentOrder, takenAt: Instant) {
  if (missingElements(agreed.acknowledged).length > 0) return 'authorisation_incomplete';
  if (!isRecordingReference(agreed.recordingReference)) return 'recording_reference_wrong';
  if (agreed.amountCents !== order.amountCents) return 'authorisation_amount_differs';
  const ageMs = Date.parse(takenAt) - Date.parse(agreed.agreedAt);
  if (ageMs < -CLOCK_SKEW_MS || ageMs > LONGEST_CALL_MS) return 'authorisation_outdated';
  return undefined;
}

/**
 * For each region, in whose zone dates are read: why the debit is refused there, or the days on which it
 * goes to the bank and settles. claim_payment takes the guarantor's. Empty for a card.
 */
export function debitRules(order: PaymentOrder, takenAt: Instant) {
  if (!('authorisation' in order.method)) return {};
  const { authorisation } = order.method;
  const fault = faultAnywhere(authorisation, order, takenAt);
  return Object.fromEntries(
    Object.entries(regions).map(([region, { timeZone }]) => [
      region,
      {
        fault: fault ?? debitDateFault(authorisation.debitOn, dateIn(timeZone, takenAt)),
        ...debitDates(timeZone, takenAt, authorisation.debitOn),
      },
    ]),
  );
}
