import { requireCall } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import type { SomeHandlers } from './handlers.ts';

/** Written copies of debits that came back signed. */
export function signedCopyHandlers(
  desk: DeskParts,
): SomeHandlers<'authorisations.signed' | 'authorisations.unsigned'> {
  const { backend, calls, news } = desk;
  return {
    async 'authorisations.signed'({ authorisationId, ...copy }, caller) {
      const params = { authorisationId };
      if (caller.role === 'supervisor') {
        return backend.ask('recordSignedCopy', { params, body: { ...copy, verificationId: null } });
      }
      const call = requireCall(calls, caller);
      const { verificationId } = requireHearing(call);
      const body = { ...copy, verificationId };
      const signed = await backend.ask('recordSignedCopy', { params, body });
      calls.note(call.callId, 'authorisation_signed', signed.terms.kind);
      news.tell('call');
      return signed;
    },

    'authorisations.unsigned': () => backend.ask('unsignedCopies', {}),
  };
}
