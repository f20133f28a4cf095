import type { KeptCall } from '#db/journal/call-rows.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { CapturedCard } from '../capture/captured-card.ts';
import type { KeptBook } from '../kept/kept-book.ts';
import type { AttemptBook } from '../payments/attempt-book.ts';
import type { CallBook } from './call-book.ts';
import type { Recorder } from './recording.ts';

export interface CallViewParts {
  readonly calls: CallBook;
  readonly kept: KeptBook;
  readonly attempts: AttemptBook;
  readonly card: CapturedCard;
  readonly recorder: Recorder;
}

/** The open call as the page shows it: what the journal keeps, and what only memory holds. */
export function openCallView(parts: CallViewParts, call: KeptCall): OpenCall {
  const { callId, reference, startedAt, options, patient, verification, said, notes } = call;
  const card = parts.card.of(callId);
  return {
    callId,
    reference,
    startedAt,
    options,
    patient,
    verification,
    said,
    notes,
    recording: parts.recorder.standing(callId),
    card: card ? { brand: card.brand, last4: card.last4, goodThrough: card.goodThrough } : null,
    attempts: parts.attempts.ofCall(callId),
    kept: parts.kept.ofCall(callId),
    events: parts.calls.events(callId),
  };
}
