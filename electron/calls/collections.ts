import { requireCall, requireVerified } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** The way of accounts towards collections, of a caller or in a case. */
export function collectionsHandlers({
  backend,
  calls,
}: DeskParts): SomeHandlers<'collections.read' | 'collections.ofCase'> {
  return {
    async 'collections.read'(_input, caller) {
      const { verificationId } = requireVerified(requireCall(calls, caller));
      return backend.ask('collections', { params: { verificationId } });
    },

    async 'collections.ofCase'(params) {
      return backend.ask('caseCollections', { params });
    },
  };
}
