import { noteShownFromCopy } from '../audit/shown-from-copy.ts';
import { askForPatients, findPatients } from '../call/find-patients.ts';
import { openCallView } from '../call/open-call-view.ts';
import { requireCall } from '../call/require-call.ts';
import type { Capture } from '../capture/capture.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

/** Finding the patient a call is about. */
export function patientHandlers(
  desk: DeskParts,
  capture: Capture,
): SomeHandlers<'patients.find' | 'patients.choose' | 'patients.unlock'> {
  return {
    async 'patients.find'(find, caller) {
      const callId = desk.calls.open(caller.userId)?.callId ?? null;
      return await findPatients(desk, find, callId);
    },

    async 'patients.choose'({ mrn }, caller) {
      const call = requireCall(desk.calls, caller);
      if (desk.attempts.ofCall(call.callId).length > 0) throw new Refused('call_open');
      const found = await askForPatients(desk, { by: 'mrn', mrn }, call.callId);
      const patient = found.patients.find(each => each.mrn === mrn);
      if (!patient) throw new Refused('patient_not_found');
      if (found.source === 'copy') noteShownFromCopy(desk, caller, 'patient_found_in_copy', mrn);
      capture.close();
      desk.captured.forget();
      const changed = desk.calls.change(call.callId, { patient, verification: null });
      desk.calls.note(call.callId, 'patient_chosen', mrn);
      desk.news.tell('call');
      desk.news.tell('balance');
      return openCallView(desk, changed);
    },

    async 'patients.unlock'({ mrn, reason }) {
      return await desk.backend.ask('unlockPatient', { body: { mrn, reason } });
    },
  };
}
