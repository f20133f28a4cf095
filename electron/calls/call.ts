import { v7 as uuidv7 } from 'uuid';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import { openCallView } from '../call/open-call-view.ts';
import { callReference } from '../call/reference.ts';
import { requireCall } from '../call/require-call.ts';
import { summaryOf, wrapUp } from '../call/wrap-up.ts';
import type { Capture } from '../capture/capture.ts';
import { nowOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

/** The call itself, from its start to its wrap-up. */
export function callHandlers(
  desk: DeskParts,
  capture: Capture,
): SomeHandlers<
  | 'call.start'
  | 'call.current'
  | 'call.setOptions'
  | 'call.said'
  | 'call.keepNotes'
  | 'call.summary'
  | 'call.wrapUp'
> {
  return {
    'call.start'(options, caller) {
      if (desk.calls.open(caller.userId)) throw new Refused('call_open');
      const call = desk.calls.start({
        callId: uuidv7(),
        reference: callReference(),
        userId: caller.userId,
        startedAt: nowOf(desk.clock),
        options,
      });
      desk.news.tell('call');
      return openCallView(desk, call);
    },

    'call.current'(_input, caller) {
      const call = desk.calls.open(caller.userId);
      return call ? openCallView(desk, call) : null;
    },

    'call.setOptions'(options, caller) {
      const call = requireCall(desk.calls, caller);
      const changed = desk.calls.change(call.callId, { options });
      desk.news.tell('call');
      return openCallView(desk, changed);
    },

    'call.said'({ script }, caller) {
      const call = requireCall(desk.calls, caller);
      const said = [...new Set([...call.said, script])];
      const changed = desk.calls.change(call.callId, { said });
      desk.calls.note(call.callId, 'said', script);
      desk.news.tell('call');
      return openCallView(desk, changed);
    },

    'call.keepNotes'({ notes }, caller) {
      if (holdsCardNumber(notes)) throw new Refused('card_in_notes', 'notes');
      desk.calls.change(requireCall(desk.calls, caller).callId, { notes });
      return null;
    },

    'call.summary': (_input, caller) => ({
      summary: summaryOf(desk, requireCall(desk.calls, caller)),
    }),

    'call.wrapUp'(ending, caller) {
      const written = [ending.notes, ...ending.followUps.map(each => each.note)];
      if (written.some(holdsCardNumber)) throw new Refused('card_in_notes', 'notes');
      const call = requireCall(desk.calls, caller);
      capture.close();
      return wrapUp(desk, call, caller.userId, ending);
    },
  };
}
