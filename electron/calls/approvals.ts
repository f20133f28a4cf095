import type { CallEvent } from '#shared/desk/open-call.ts';
import { requireCall, requireVerified } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import { verificationOf } from '../payments/history.ts';
import type { Caller, SomeHandlers } from './handlers.ts';

type Name =
  | 'approvals.waiting'
  | 'approvals.read'
  | 'approvals.decide'
  | 'approvals.askLateVoid'
  | 'approvals.askOverride'
  | 'approvals.ofPayment'
  | 'approvals.askPlan'
  | 'approvals.plans';

/** What needs a second person: asked for on a call or beside a payment, decided in the queue. */
export function approvalHandlers({ backend, calls, news }: DeskParts): SomeHandlers<Name> {
  function verifiedOn(caller: Caller): string {
    const call = requireCall(calls, caller);
    requireHearing(call);
    return requireVerified(call).verificationId;
  }

  /** In the log of the call it was asked on, where there is one; its summary tells of it. */
  function noteAsked({ userId }: Caller, kind: CallEvent['kind'], about: string): void {
    const call = calls.open(userId);
    if (!call) return;
    calls.noteOnce(call.callId, kind, about);
    news.tell('call');
  }

  return {
    'approvals.waiting': query => backend.ask('approvals', { query }),

    'approvals.read': params => backend.ask('approval', { params }),

    'approvals.decide': ({ kind, approvalId, ...body }) =>
      backend.ask('decideApproval', { params: { kind, approvalId }, body }),

    async 'approvals.askLateVoid'({ requestId, key, reason }, caller) {
      const body = { key, reason, verificationId: verificationOf({ calls }, caller) };
      const asked = await backend.ask('askLateVoid', { params: { requestId }, body });
      noteAsked(caller, 'late_void_asked', key);
      news.tell('balance');
      return asked;
    },

    async 'approvals.askOverride'({ requestId, key, reason }, caller) {
      const body = { key, reason, verificationId: verificationOf({ calls }, caller) };
      const asked = await backend.ask('askOverride', { params: { requestId }, body });
      noteAsked(caller, 'override_asked', key);
      return asked;
    },

    'approvals.ofPayment'({ key }, caller) {
      const verificationId = verificationOf({ calls }, caller);
      const query = verificationId === null ? {} : { verificationId };
      return backend.ask('approvalsOfPayment', { params: { key }, query });
    },

    async 'approvals.askPlan'({ requestId, wish, reason }, caller) {
      const body = { wish, reason, verificationId: verifiedOn(caller) };
      const asked = await backend.ask('askPlanException', { params: { requestId }, body });
      noteAsked(caller, 'plan_exception_asked', requestId);
      return asked;
    },

    'approvals.plans'(_input, caller) {
      const params = { verificationId: verifiedOn(caller) };
      return backend.ask('planExceptions', { params });
    },
  };
}
