import { type Audited, desk, payment } from './rule.ts';

/** Payments, what follows one, and what is sent of it. */
export const ofPayments: Audited = {
  'payments.void': {
    done: ({ key }, _output, who) => [payment('payment_voided', key, who)],
    refused: ({ key }, who) => [payment('payment_void_refused', key, who)],
  },
  'payments.override': {
    done: ({ key }, _output, who) => [payment('outcome_overridden', key, who)],
    refused: ({ key }, who) => [payment('outcome_override_refused', key, who)],
  },
  'payments.takeBack': {
    done: ({ key }, _output, who) => [payment('payment_voided', key, who)],
    refused: ({ key }, who) => [payment('payment_void_refused', key, who)],
  },
  'payments.refund': {
    done: ({ key }, { state }, who) => [payment(`refund_${state}`, key, who)],
    refused: ({ key }, who) => [payment('refund_not_taken', key, who)],
  },
  'payments.trace': {
    done: ({ key }, _output, who) => [payment('trace_opened', key, who)],
  },
  'receipts.send': {
    done: ({ key, by }, _output, who) => [payment(`receipt_by_${by}`, key, who)],
  },
  'receipts.print': {
    done: ({ key }, { printed }, who) => (printed ? [payment('receipt_printed', key, who)] : []),
  },
  'receipts.save': {
    done: ({ key }, { savedAs }, who) =>
      savedAs === null ? [] : [payment('receipt_saved', key, who)],
  },
  'refunds.payOut': {
    done: (_input, { paymentKey }, who) => [payment('refund_paid_out', paymentKey, who)],
    refused: ({ refundKey }, who) => [desk('refund_pay_out_refused', refundKey, who)],
  },
  'traces.close': {
    done: ({ traceId }, _output, who) => [desk('trace_closed', traceId, who)],
    refused: ({ traceId }, who) => [desk('trace_closing_refused', traceId, who)],
  },
  'disputes.open': {
    done: ({ chargeId }, _output, who) => [desk('dispute_opened', chargeId, who)],
  },
  'waivers.ask': {
    done: ({ chargeId }, _output, who) => [desk('fee_waiver_asked', chargeId, who)],
    refused: ({ chargeId }, who) => [desk('fee_waiver_refused', chargeId, who)],
  },
  'followUps.take': {
    done: ({ id }, _output, who) => [desk('follow_up_taken', id, who)],
    refused: ({ id }, who) => [desk('follow_up_not_taken', id, who)],
  },
  'followUps.putBack': {
    done: ({ id }, _output, who) => [desk('follow_up_put_back', id, who)],
  },
  'followUps.finish': {
    done: ({ id }, _output, who) => [desk('follow_up_finished', id, who)],
    refused: ({ id }, who) => [desk('follow_up_not_finished', id, who)],
  },
  'outbox.retry': {
    done: ({ entryId }, _output, who) => [desk('unsent_tried_again', String(entryId), who)],
  },
};
