import { sql } from 'kysely';
import { RefundKey } from '#shared/billing/refund.ts';
import type { CreditSource, Outgoing } from '../ach/originate/outgoing.ts';
import { closeRefund } from './close.ts';
import { moveRefund } from './move.ts';

/** Refunds of ACH debits, which a bank file sends as credits to the account that was debited. */
export const refundCredits: CreditSource = {
  async due(trx, { regions }) {
    const { rows } = await sql<Outgoing>`
      SELECT NULL AS "paymentKey", refund_key AS "refundId", guarantor_id AS "guarantorId",
        'credit' AS direction, 'PPD' AS "secCode", 'single' AS frequency, false AS "isRetry",
        refund.amount_cents AS "amountCents", bank_token AS "bankToken",
        bank_fingerprint AS "bankFingerprint", confirmation AS identification, NULL AS "effectiveOn"
      FROM refund JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id)
      WHERE refund.state = 'approved' AND refund.method_kind = 'ach' AND payment.state = 'settled'
        AND region = ANY (${regions})
      ORDER BY refund_key FOR UPDATE OF refund SKIP LOCKED`.execute(trx);
    return rows;
  },
  async sent(trx, refundIds, now) {
    for (const id of refundIds) await moveRefund(trx, RefundKey.parse(id), 'sent', { now });
  },
  settled: (db, refundId, now) =>
    closeRefund(db, RefundKey.parse(refundId), { outcome: 'refunded' }, now),
  async returned(trx, refundId, why, now) {
    const { rows } = await sql`
      SELECT FROM refund WHERE refund_key = ${refundId} AND state = 'sent' FOR UPDATE`.execute(trx);
    if (rows.length === 0) return false;
    await moveRefund(trx, RefundKey.parse(refundId), 'refused', { why, now });
    return true;
  },
};
