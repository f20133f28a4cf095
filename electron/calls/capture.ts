import { openCallView } from '../call/open-call-view.ts';
import { requireCall, requireVerified } from '../call/require-call.ts';
import type { Capture } from '../capture/capture.ts';
import { submitCard } from '../capture/submit-card.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

/** Capturing a card in the isolated view. */
export function captureHandlers(
  desk: DeskParts,
  capture: Capture,
): SomeHandlers<
  | 'capture.open'
  | 'capture.place'
  | 'capture.focus'
  | 'capture.close'
  | 'capture.submit'
  | 'capture.cancel'
> {
  return {
    'capture.open'({ bounds, scheme }, caller) {
      const call = requireCall(desk.calls, caller);
      requireVerified(call);
      desk.card.forget();
      capture.open(call.callId, bounds, scheme);
      return openCallView(desk, call);
    },

    'capture.place'({ bounds }) {
      capture.place(bounds);
      return null;
    },

    'capture.focus'() {
      capture.focus();
      return null;
    },

    'capture.close'(_input, caller) {
      const call = requireCall(desk.calls, caller);
      capture.close();
      return openCallView(desk, call);
    },

    async 'capture.submit'(entry, caller) {
      const call = requireCall(desk.calls, caller);
      requireVerified(call);
      const result = await submitCard(entry, desk.backend, desk.clock, desk.words.en);
      if ('faults' in result) return result;
      if (desk.session.isLocked() || !capture.isOpen()) throw new Refused('locked');
      desk.card.keep(call.callId, result.card);
      desk.calls.note(call.callId, 'card_captured', result.card.brand);
      capture.close();
      return { faults: {} };
    },

    'capture.cancel'(_input, caller) {
      requireCall(desk.calls, caller);
      capture.close();
      return null;
    },
  };
}
