import type { z } from 'zod';
import type { RefundKey } from '#shared/billing/refund.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { CardBrand } from '#shared/cards/brands.ts';
import type { CardForVault } from '#shared/contract/vault.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { DeclineCode } from '#shared/payments/declines.ts';
import type { ReportLine } from './messages.ts';

/** What the processor said, for good: under one key it never says anything else. */
export type Settled =
  | { readonly outcome: 'approved' }
  | { readonly outcome: 'declined'; readonly decline: DeclineCode }
  | { readonly outcome: 'abandoned' };

/** What the processor said of a refund, for good. */
export type RefundOutcome = 'refunded' | 'refused';

/** A card in the processor's vault. The fingerprint tells that two tokens are the same card. */
export interface KeptCard {
  readonly token: string;
  readonly brand: CardBrand;
  readonly last4: string;
  readonly goodThrough: string;
  readonly fingerprint: string;
}

/**
 * How a card comes to be charged, which the networks want to be told: its holder gave it for this charge, or it
 * is kept and its holder says so now (customer-initiated), or agreed before (merchant-initiated). A security
 * code comes with the first alone.
 */
export type Credential = 'entered' | 'kept_by_customer' | 'kept_by_merchant';

/**
 * The card processor as the backend needs it. Every method may throw `ProcessorSilent`: then nobody
 * here knows whether it was done, and it has to be asked again under the same key.
 */
export interface CardProcessor {
  /** Undefined when the vault will not take the card. */
  keepCard(card: z.infer<typeof CardForVault>): Promise<KeptCard | undefined>;
  /**
   * Keeps a captured card for later: a token that pays many times, each under a key of its own. The same
   * capture gives the same card again. Undefined when the capture is unknown or too old.
   */
  storeCard(token: string): Promise<KeptCard | undefined>;
  /** Deletes a stored card for good; again, or for a card that is none, changes nothing. */
  forgetCard(token: string): Promise<void>;
  /** Charges once for a merchant: the same key again gets the same answer and moves nothing. */
  charge(
    key: AttemptKey,
    token: string,
    amountCents: Cents,
    credential: Credential,
    merchant: RegionCode,
  ): Promise<Settled>;
  /** What happened under a key; undefined when it was never heard of, which a late request may change. */
  find(key: AttemptKey): Promise<Settled | undefined>;
  /** What happened under a key; where nothing has, makes sure that nothing ever will. */
  abandon(key: AttemptKey): Promise<Settled>;
  /** Gives an approved charge back; again changes nothing. False when there is none to give back. */
  voidCharge(key: AttemptKey): Promise<boolean>;
  /** Gives part of a charge back once: the same refund again gets the same answer and moves nothing. */
  refundCharge(refundKey: RefundKey, key: AttemptKey, amountCents: Cents): Promise<RefundOutcome>;
  /** What became of a refund; undefined when it was never heard of, which a late request may change. */
  findRefund(refundKey: RefundKey): Promise<RefundOutcome | undefined>;
  /** Its own record of a merchant's business day: what it captured, voided, paid out and gave back, by batch. */
  report(merchant: RegionCode, day: CalendarDate): Promise<readonly ReportLine[]>;
}

/** No answer, or none that can be understood: a time-out, a broken line, a 5xx, nonsense. */
export class ProcessorSilent extends Error {
  override readonly name = 'ProcessorSilent';
}
