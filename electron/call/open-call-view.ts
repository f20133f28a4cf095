import type { KeptCall } from '#db/journal/call-rows.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { Captured, CapturedMethod } from '../capture/captured.ts';
import type { DeskClock } from '../desk/desk-clock.ts';
import type { KeptBook } from '../kept/kept-book.ts';
import type { AttemptBook } from '../payments/attempt-book.ts';
import type { CallBook } from './call-book.ts';
import type { Recorder } from './recording.ts';

export interface CallViewParts {
  readonly clock: Pick<DeskClock, 'moved'>;
  readonly calls: CallBook;
  readonly kept: KeptBook;
  readonly attempts: AttemptBook;
  readonly captured: Captured;
  readonly recorder: Recorder;
}

/** What a page may know of what was captured: everything but the token, and of a bank not its number. */
function shownOf(
  captured: CapturedMethod | undefined,
): Pick<OpenCall, 'card' | 'bankAccount' | 'storedMethodId' | 'agreed'> {
  const nothing = { card: null, bankAccount: null, storedMethodId: null, agreed: null };
  if (!captured) return nothing;
  const storedMethodId = 'methodId' in captured ? captured.methodId : null;
  if (captured.kind === 'card') {
    const { brand, last4, goodThrough } = captured;
    return { ...nothing, storedMethodId, card: { brand, last4, goodThrough } };
  }
  const { accountKind, bankName, last4, authorisation: agreed } = captured;
  return { ...nothing, storedMethodId, bankAccount: { accountKind, bankName, last4 }, agreed };
}

/** The open call as the page shows it: what the journal keeps, and what only memory holds. */
export function openCallView(parts: CallViewParts, call: KeptCall): OpenCall {
  const { callId, reference, startedAt, options, patient, verification, said, notes } = call;
  const captured = parts.captured.of(callId);
  return {
    callId,
    reference,
    startedAt,
    skips: parts.clock.moved().skips,
    options,
    patient,
    verification,
    said,
    notes,
    recording: parts.recorder.standing(callId),
    ...shownOf(captured),
    attempts: parts.attempts.ofCall(callId),
    kept: parts.kept.ofCall(callId),
    events: parts.calls.events(callId),
  };
}
