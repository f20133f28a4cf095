import type { Payment } from '#shared/billing/payment.ts';
import type { PaymentOrder } from '#shared/contract/payments.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import {
  type CardProcessor,
  type Credential,
  ProcessorSilent,
  type Settled,
} from '../processor/port.ts';
import { claimPayment } from './claim.ts';
import { closePayment } from './close.ts';
import type { OpenPayment } from './open-payment.ts';
import { findPayment } from './read.ts';

/** Who waits for somebody else's answer under the same key waits this long at most. */
const LONGEST_WAIT_MS = 10_000;
const WAIT_STEP_MS = 100;

export interface PaymentParts {
  readonly db: Database;
  readonly processor: CardProcessor;
  readonly clock: () => number;
  /** How long a claim keeps others from asking the processor; longer than the processor may take. */
  readonly leaseMs: number;
}

function credentialOf({ source, stored_method_id: kept }: OpenPayment['payment']): Credential {
  if (source === 'run') return 'kept_by_merchant';
  return kept === null ? 'entered' : 'kept_by_customer';
}

/**
 * What the processor says, or undefined when it is silent: then nobody knows. A debit is approved by having
 * been claimed; the bank hears of it with the day's file.
 */
export async function chargeOpen(
  processor: CardProcessor,
  { payment, region }: OpenPayment,
): Promise<Settled | undefined> {
  if (payment.method_kind === 'ach') return { outcome: 'approved' };
  const { key, card_token: token, amount_cents: amountCents } = payment;
  return answerOrSilence(processor.charge(key, token, amountCents, credentialOf(payment), region));
}

/** Turns the processor's silence into `undefined`. */
export async function answerOrSilence<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProcessorSilent) return undefined;
    throw error;
  }
}

/** The same request is being worked on: wait for its outcome, and in the end say how far it is. */
async function outcomeOfOther(db: Database, key: AttemptKey): Promise<Payment> {
  for (let waitedMs = 0; ; waitedMs += WAIT_STEP_MS) {
    const found = await findPayment(db, key);
    if (!found) throw new Refused('unavailable');
    if (found.payment.state !== 'sent' || waitedMs >= LONGEST_WAIT_MS) return found.payment;
    await new Promise(resolve => setTimeout(resolve, WAIT_STEP_MS));
  }
}

/**
 * Takes a payment once: committed before it is sent, closed when the processor has answered. The same
 * key with the same order gets the same reply and moves nothing.
 */
export async function submitPayment(
  parts: PaymentParts,
  key: AttemptKey,
  order: PaymentOrder,
  person: Person,
): Promise<Payment> {
  const { db, processor, clock, leaseMs } = parts;
  const claim = await claimPayment(db, key, order, person, { now: clock(), leaseMs });
  switch (claim.outcome) {
    case 'refused':
      throw new Refused(claim.code);
    case 'heard':
      return claim.reply ?? outcomeOfOther(db, key);
    case 'claimed':
      return closePayment(
        db,
        claim,
        { settled: await chargeOpen(processor, claim), by: 'taker' },
        clock(),
      );
  }
}
