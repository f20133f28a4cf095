import { regions } from '#shared/organization/regions.ts';
import { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { OpenPayment } from '../payments/open-payment.ts';
import { findPayment } from '../payments/read.ts';
import type { PaymentParts } from '../payments/submit.ts';
import { askVoid, finishVoid, voidDebitWithin } from '../payments/void.ts';
import { settleAfterPayment } from '../plans/settle-plan.ts';
import { finishRefund } from '../refunds/finish.ts';
import { lateVoidFollows } from './late-void-follows.ts';
import type { LockedRequest } from './lock-request.ts';
import { refundInstead } from './refund-instead.ts';
import { type Deciding, writeDecision } from './write-decision.ts';

/** What is left to do once the approval is committed: somebody outside has to hear of it. */
export type Afterwards = (parts: PaymentParts) => Promise<unknown>;

const nothingLeft: Afterwards = async () => undefined;
const finishing =
  (open: OpenPayment | undefined, { guarantorId, region }: LockedRequest): Afterwards =>
  async parts => {
    if (open) await finishVoid(parts, open);
    const { timeZone } = regions[region];
    await settleAfterPayment(parts.db, { guarantorId, timeZone }, parts.clock());
  };

/**
 * Does what is still possible, as the supervisor was told: a void while the payment is open, else a refund of the
 * whole. All of it is committed with the approval before the processor hears of it.
 */
export async function approveLateVoid(
  trx: Database,
  deciding: Deciding,
  leaseMs: number,
): Promise<Afterwards> {
  const { request, decision, now } = deciding;
  const key = AttemptKey.parse(request.paymentKey);
  const found = await findPayment(trx, key);
  if (!found) throw new Refused('approval_over');
  const { follows, refusal } = await lateVoidFollows(trx, found);
  if (follows === null) throw new Refused(refusal ?? 'approval_over');
  if (follows !== decision.follows) throw new Refused('approval_differs');
  await writeDecision(trx, deciding, { follows });
  const wish = { by: request.askedBy, reason: request.reason, now, late: true } as const;
  switch (follows) {
    case 'void_card':
      return finishing(await askVoid({ db: trx, leaseMs }, key, wish), request);
    case 'void_debit':
      await voidDebitWithin({ db: trx, leaseMs }, key, wish);
      return finishing(undefined, request);
    default: {
      const refundKey = await refundInstead(trx, key, { now, leaseMs });
      return refundKey ? parts => finishRefund(parts, refundKey) : nothingLeft;
    }
  }
}
