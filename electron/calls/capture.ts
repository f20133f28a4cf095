import type { Bounds } from '#shared/desk/payment-calls.ts';
import { openCallView } from '../call/open-call-view.ts';
import { requireCall, requireVerified } from '../call/require-call.ts';
import { submitCard } from '../capture/submit-card.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

/** The isolated view a card is typed in; in the application a WebContentsView over the payment panel. */
export interface CaptureSurface {
  open(bounds: Bounds, scheme: 'light' | 'dark'): void;
  place(bounds: Bounds): void;
  focus(): void;
  /** Takes the view away, and with it whatever was typed. */
  close(): void;
  isOpen(): boolean;
}

function closeCapture(desk: DeskParts, surface: CaptureSurface, callId: string): void {
  if (!surface.isOpen()) return;
  surface.close();
  desk.recorder.resume(callId);
  desk.calls.note(callId, 'recording_resumed', callId);
  desk.news.tell('call');
}

/** Capturing a card: the recording is paused for as long as the view is open. */
export function captureHandlers(
  desk: DeskParts,
  surface: CaptureSurface,
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
      if (!surface.isOpen()) {
        desk.recorder.pause(call.callId);
        desk.calls.note(call.callId, 'recording_paused', call.callId);
      }
      desk.card.forget();
      surface.open(bounds, scheme);
      desk.news.tell('call');
      return openCallView(desk, call);
    },

    'capture.place'({ bounds }) {
      surface.place(bounds);
      return null;
    },

    'capture.focus'() {
      surface.focus();
      return null;
    },

    'capture.close'(_input, caller) {
      const call = requireCall(desk.calls, caller);
      closeCapture(desk, surface, call.callId);
      return openCallView(desk, call);
    },

    async 'capture.submit'(entry, caller) {
      const call = requireCall(desk.calls, caller);
      requireVerified(call);
      const result = await submitCard(entry, desk.backend, desk.clock, desk.words.en);
      if ('faults' in result) return result;
      if (desk.session.isLocked() || !surface.isOpen()) throw new Refused('locked');
      desk.card.keep(call.callId, result.card);
      desk.calls.note(call.callId, 'card_captured', result.card.brand);
      closeCapture(desk, surface, call.callId);
      return { faults: {} };
    },

    'capture.cancel'(_input, caller) {
      closeCapture(desk, surface, requireCall(desk.calls, caller).callId);
      return null;
    },
  };
}
