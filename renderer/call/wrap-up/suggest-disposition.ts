import type { Disposition } from '#shared/billing/call-record.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { KeptOnCall } from '#shared/desk/owed.ts';
import { isOpen } from '#shared/payments/states.ts';
import { resultKind } from '../payment/result/result-kind.ts';

/** How the call most likely ended, out of what happened on it; the representative decides. */
export function suggestDisposition(call: OpenCall): Disposition {
  const { attempts, verification, patient, kept } = call;
  const left = (kind: KeptOnCall['kind']) => kept.some(each => each.kind === kind);
  const latest = attempts.at(-1);
  if (attempts.some(attempt => isOpen(attempt.state))) return 'payment_unknown';
  if (attempts.some(attempt => resultKind(attempt.state) === 'approved')) return 'paid';
  if (call.events.some(each => each.kind === 'plan_agreed')) return 'will_pay_later';
  if (left('promise') || left('expected_wire')) return 'will_pay_later';
  if (left('referral')) return 'referred';
  if (latest?.state === 'declined') return 'payment_declined';
  if (!patient) return 'disconnected';
  return verification?.state === 'verified' ? 'explained' : 'not_verified';
}
