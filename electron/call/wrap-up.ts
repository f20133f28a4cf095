import type { KeptCall } from '#db/journal/call-rows.ts';
import { summarise } from '#shared/balance/summarise.ts';
import type { CallRecord } from '#shared/billing/call-record.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import { pausesOf } from '#shared/call/recording-pauses.ts';
import { summariseCall } from '#shared/call/summary.ts';
import type { CallInput } from '#shared/desk/calls.ts';
import { isOpen } from '#shared/payments/states.ts';
import { nowOf, todayOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { openCallView } from './open-call-view.ts';

/** What the record would say of this call if it ended now. */
export function summaryOf(desk: DeskParts, call: KeptCall): string {
  const guarantorId = call.patient?.guarantorId;
  const wasRead = desk.calls
    .events(call.callId)
    .some(event => event.kind === 'balance_read' && event.about === guarantorId);
  const kept = wasRead && guarantorId ? desk.balances.kept(guarantorId) : undefined;
  return summariseCall(
    openCallView(desk, call),
    kept ? summarise(kept, todayOf(desk.clock)) : null,
    nowOf(desk.clock),
    desk.words.en,
  );
}

/** A clock that was set back during the call must not make a record that nobody takes. */
function later(left: Instant, right: Instant): Instant {
  return Date.parse(left) > Date.parse(right) ? left : right;
}

/**
 * Ends the call: its record and the debt of sending it are written in one transaction, then the sender
 * is woken. A payment whose outcome is still open stays with the resolver; it does not keep the call.
 */
export function wrapUp(
  desk: DeskParts,
  call: KeptCall,
  userId: string,
  { disposition, notes, followUps }: CallInput<'call.wrapUp'>,
): CallRecord {
  const attempts = desk.attempts.ofCall(call.callId);
  const record: CallRecord = {
    callId: call.callId,
    reference: call.reference,
    startedAt: call.startedAt,
    endedAt: later(call.startedAt, nowOf(desk.clock)),
    userId,
    mrn: call.patient?.mrn ?? null,
    guarantorId: call.patient?.guarantorId ?? null,
    callerRole: call.verification?.callerRole ?? null,
    disposition: attempts.some(each => isOpen(each.state)) ? 'payment_unknown' : disposition,
    summary: summaryOf(desk, call),
    notes,
    followUps,
    attemptKeys: attempts.map(each => each.key),
    recordingPauses: pausesOf(desk.calls.events(call.callId)).slice(-200),
  };
  desk.captured.forget();
  desk.calls.end(record);
  desk.outbox.wake();
  desk.news.tell('call');
  desk.news.tell('desk');
  return record;
}
