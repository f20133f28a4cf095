import { z } from 'zod';
import type { ExceptionKind } from './exception-kind.ts';

/**
 * The order in which a supervisor's queue is worked: first where money may be wrong now and a law, a network or the
 * organization's own promise sets a day; then what only gets worse; then what has happened and is to be explained.
 * Within one of these the oldest comes first.
 */
export const Urgency = z.enum([
  // Somebody waits on the telephone, their accounts are held, and nobody knows whether they were charged.
  'unknown',
  // Taken twice: a void is free until the cut-off, and an error has to be settled within 10 business days (12 CFR 1005.11(c)).
  'duplicate',
  // Until it is known what was altered nothing else that the books say is proven (45 CFR 164.312(c), PCI DSS 10.3).
  'chain_broken',
  // The patient was told one business day, and a trace opens after two (shared/organization/profile.json).
  'unposted',
  // The balance is open again; most codes give the bank two banking days, and a debit may be tried twice in 180 days (Nacha).
  'returned',
  // Returns and notices that nobody could read: their days run all the same.
  'bank_file',
  // Agreed to for a day that passes, while the account waits for it.
  'not_sent',
  // Applied within 6 banking days or before the next entry, whichever is earlier (Nacha).
  'notice',
  // Over 60 days, before the bank asks (Nacha Operating Rules, 0.5, 3 and 15 %).
  'return_rate',
  // Money of somebody whose bill goes on ageing.
  'unmatched',
  // A payment that was agreed to and does not come; what follows is late fees.
  'not_taken',
  // It may be somebody else who tries (PCI DSS 8.3.4); it opens by itself after half an hour.
  'sign_in_locked',
  // Nobody can be helped with this record until it is opened.
  'record_locked',
  // It has happened; what is missing has to be written down (PCI DSS 3.3.1).
  'recording',
  // The caller said on the call that a second payment was meant: to be read, hardly ever to be undone.
  'duplicate_confirmed',
]);
export type Urgency = z.infer<typeof Urgency>;

/** The code of a duplicate of which the representative noted that the caller wanted to pay again. */
export const CONFIRMED = 'confirmed';

/** Where an exception of this kind, with this code, stands in the queue. */
export const urgencyOf = ({
  kind,
  about,
}: {
  readonly kind: ExceptionKind;
  readonly about: string | null;
}): Urgency => (kind === 'duplicate' && about === CONFIRMED ? 'duplicate_confirmed' : kind);
