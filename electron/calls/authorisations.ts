import type { KeptCall } from '#db/journal/call-rows.ts';
import {
  type Agreement,
  type AuthorisationElement,
  WORDING_VERSION,
} from '#shared/authorisations/agreement.ts';
import { payerOf } from '#shared/call/payer.ts';
import type { MethodToKeep } from '#shared/contract/authorisations.ts';
import type { CallInput } from '#shared/desk/calls.ts';
import { requireCall } from '../call/require-call.ts';
import { nowOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { refuseCardNumber } from '../kept/refuse-card-number.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import type { Caller, SomeHandlers } from './handlers.ts';

/** Payments that a caller authorises to be taken later. What was captured leaves the desk with the answer. */
export function authorisationHandlers(
  desk: DeskParts,
): SomeHandlers<
  | 'authorisations.list'
  | 'authorisations.make'
  | 'authorisations.change'
  | 'authorisations.skip'
  | 'authorisations.revoke'
> {
  const { backend, calls, captured, news } = desk;

  function hearing(caller: Caller) {
    const call = requireCall(calls, caller);
    return { call, verificationId: requireHearing(call).verificationId };
  }

  /** The yes is on the recording of this call, which runs: a card that is being typed would have paused it. */
  function agreementOn(
    call: KeptCall,
    said: { acknowledged: AuthorisationElement[]; language: Agreement['language'] },
  ): Agreement {
    const payerName = payerOf(call);
    return {
      ...(payerName !== null && { payerName }),
      wordingVersion: WORDING_VERSION,
      language: said.language,
      recordingReference: call.reference,
      acknowledged: said.acknowledged,
      agreedAt: nowOf(desk.clock),
    };
  }

  function methodOf(
    { callId }: KeptCall,
    method: CallInput<'authorisations.make'>['method'],
  ): MethodToKeep {
    if (method !== 'captured') return { kind: 'stored', ...method };
    const held = captured.of(callId);
    if (!held) throw new Refused('no_card');
    if ('methodId' in held) return { kind: 'stored', methodId: held.methodId };
    return { kind: held.kind, token: held.token };
  }

  return {
    async 'authorisations.list'(_input, caller) {
      const { verificationId } = hearing(caller);
      return backend.ask('authorisations', { params: { verificationId } });
    },

    async 'authorisations.make'({ authorisationId, method, terms, ...said }, caller) {
      const { call, verificationId } = hearing(caller);
      const body = {
        verificationId,
        method: methodOf(call, method),
        terms,
        agreement: agreementOn(call, said),
      };
      const made = await backend.ask('makeAuthorisation', { params: { authorisationId }, body });
      if (method === 'captured') captured.forget();
      calls.note(call.callId, 'authorised', terms.kind);
      news.tell('call');
      return made;
    },

    async 'authorisations.change'({ authorisationId, terms, ...said }, caller) {
      const { call, verificationId } = hearing(caller);
      const body = { verificationId, terms, agreement: agreementOn(call, said) };
      const changed = await backend.ask('changeAuthorisation', {
        params: { authorisationId },
        body,
      });
      calls.note(call.callId, 'authorised', terms.kind);
      news.tell('call');
      return changed;
    },

    async 'authorisations.skip'({ authorisationId, occurrence }, caller) {
      const { call, verificationId } = hearing(caller);
      const body = { verificationId, occurrence };
      const skipped = await backend.ask('skipScheduledPayment', {
        params: { authorisationId },
        body,
      });
      calls.note(call.callId, 'authorisation_skipped', skipped.terms.kind);
      news.tell('call');
      return skipped;
    },

    async 'authorisations.revoke'({ authorisationId, reason }, caller) {
      refuseCardNumber(reason, 'reason');
      const { call, verificationId } = hearing(caller);
      const body = { verificationId, reason };
      const revoked = await backend.ask('revokeAuthorisation', {
        params: { authorisationId },
        body,
      });
      calls.note(call.callId, 'authorisation_revoked', revoked.terms.kind);
      news.tell('call');
      return revoked;
    },
  };
}
