import { instantOf } from '#shared/calendar/dates.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import { regions } from '#shared/organization/regions.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Followed } from '#shared/payments/may-follow.ts';
import { verifiedFor } from '../balance/verified-for.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { type FoundPayment, findPayment } from '../payments/read.ts';

export interface AboutPayment {
  readonly found: FoundPayment;
  /** The call it is about; null for a supervisor, who is on none. */
  readonly call: { readonly callId: string; readonly mrn: string } | null;
}

/**
 * A payment as whoever asks about it may know it: in their regions, and, unless they are a supervisor, of the
 * guarantor whose bill their verified caller may hear.
 */
export async function aboutPayment(
  db: Database,
  person: Person,
  { key, verificationId }: { key: AttemptKey; verificationId: string | null },
  now: number,
): Promise<AboutPayment> {
  const found = await findPayment(db, key);
  if (!found || !person.user.regions.includes(found.region)) {
    throw new Refused('payment_not_found');
  }
  if (person.role === 'supervisor') return { found, call: null };
  if (verificationId === null) throw new Refused('not_verified');
  const call = await verifiedFor(db, person, verificationId, now);
  if (call.guarantorId !== found.payment.guarantorId) throw new Refused('not_verified');
  return { found, call };
}

/** What decides what may follow this payment now. */
export function followedNow({ payment, region, originateOn }: FoundPayment, now: number): Followed {
  const { state, takenAt } = payment;
  return { state, takenAt, originateOn, timeZone: regions[region].timeZone, now: instantOf(now) };
}

/** A reason with a card number in it is kept nowhere (PCI DSS 3.5.1). */
export function refuseCardInReason(reason: string, field = 'reason'): void {
  if (holdsCardNumber(reason)) throw new Refused('card_in_reason', { field });
}
