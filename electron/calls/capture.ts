import { openCallView } from '../call/open-call-view.ts';
import { requireCall, requirePayer, requireVerified } from '../call/require-call.ts';
import type { Capture } from '../capture/capture.ts';
import type { CapturedMethod } from '../capture/captured.ts';
import { submitBankAccount } from '../capture/submit-bank-account.ts';
import { submitCard } from '../capture/submit-card.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

/** Capturing a card or a bank account in the isolated view. */
export function captureHandlers(
  desk: DeskParts,
  capture: Capture,
): SomeHandlers<
  | 'capture.open'
  | 'capture.place'
  | 'capture.focus'
  | 'capture.close'
  | 'capture.submit'
  | 'capture.submitBank'
  | 'capture.cancel'
> {
  /** What was handed over after the desk locked, or after the view was taken away, is not kept. */
  function keep(callId: string, method: CapturedMethod): void {
    if (desk.session.isLocked() || !capture.isOpen()) throw new Refused('locked');
    desk.captured.keep(callId, method);
    capture.close();
  }
  return {
    'capture.open'(asked, caller) {
      const call = requireCall(desk.calls, caller);
      requireVerified(call);
      if (asked.method === 'ach') requirePayer(call);
      desk.captured.forget();
      capture.open(call.callId, asked);
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
      keep(call.callId, { kind: 'card', ...result.card });
      desk.calls.note(call.callId, 'card_captured', result.card.brand);
      return { faults: {} };
    },

    async 'capture.submitBank'(entry, caller) {
      const call = requireCall(desk.calls, caller);
      requireVerified(call);
      const result = await submitBankAccount(
        entry,
        requirePayer(call),
        desk.backend,
        desk.words.en,
      );
      if ('faults' in result) return result;
      keep(call.callId, { kind: 'ach', authorisation: null, ...result.account });
      desk.calls.note(call.callId, 'bank_captured', result.account.accountKind);
      return { faults: {} };
    },

    'capture.cancel'(_input, caller) {
      requireCall(desk.calls, caller);
      capture.close();
      return null;
    },
  };
}
