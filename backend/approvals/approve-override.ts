import { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Database } from '../database/connect.ts';
import { overrideWithin } from '../exceptions/override.ts';
import { type Deciding, writeDecision } from './write-decision.ts';

/** Lets another payment start; refused with the outcome where that is known by now. */
export async function approveOverride(trx: Database, deciding: Deciding): Promise<void> {
  const { request, decision, person, now } = deciding;
  await overrideWithin(trx, AttemptKey.parse(request.paymentKey), person, decision.reason, now);
  await writeDecision(trx, deciding);
}
