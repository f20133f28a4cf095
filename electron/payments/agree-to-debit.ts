import type { KeptCall } from '#db/journal/call-rows.ts';
import { WORDING_VERSION } from '#shared/ach/authorisation-words.ts';
import { debitDateFault } from '#shared/ach/debit-dates.ts';
import { missingElements } from '#shared/ach/tel-authorisation.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { isRecordingReference } from '#shared/call/recording-reference.ts';
import type { AgreedDebit } from '#shared/desk/payment-calls.ts';
import { regions } from '#shared/organization/regions.ts';
import { requirePayer, requireVerified } from '../call/require-call.ts';
import { nowOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';

/**
 * The caller's spoken yes to one debit, held beside the captured account until it is sent: what was read, how
 * much, the time by this desk's clock and where the recording holds it. Nothing is agreed to while the
 * recording is paused, before every element was read, or for a day on which no bank debits.
 */
export function agreeToDebit(desk: DeskParts, call: KeptCall, agreed: AgreedDebit): void {
  requireVerified(call);
  const captured = desk.captured.of(call.callId);
  if (captured?.kind !== 'ach' || !call.patient) throw new Refused('no_card');
  if (missingElements(agreed.acknowledged).length > 0)
    throw new Refused('authorisation_incomplete');
  if (desk.recorder.standing(call.callId) === 'paused') throw new Refused('no_authorisation');
  const recordingReference = desk.recorder.reference(call);
  if (!isRecordingReference(recordingReference)) throw new Refused('recording_reference_wrong');
  const agreedAt = nowOf(desk.clock);
  const { timeZone } = regions[call.patient.region];
  const fault = debitDateFault(agreed.debitOn, dateIn(timeZone, agreedAt));
  if (fault) throw new Refused(fault, 'debitOn');
  const authorisation = {
    ...agreed,
    wordingVersion: WORDING_VERSION,
    agreedAt,
    recordingReference,
    payerName: requirePayer(call),
  };
  desk.captured.keep(call.callId, { ...captured, authorisation });
  desk.calls.note(call.callId, 'said', 'ach_authorisation');
  desk.news.tell('call');
}
