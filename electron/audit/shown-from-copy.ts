import type { Caller } from '../calls/handlers.ts';
import type { DeskParts } from '../desk/desk-parts.ts';

/** Writes down that somebody was shown a patient without the backend, which is told later. */
export function noteShownFromCopy(
  { audit }: Pick<DeskParts, 'audit'>,
  { userId }: Caller,
  action: 'patient_found_in_copy' | 'balance_read_in_copy',
  mrn: string,
): void {
  audit.write({ userId, action, subjectKind: 'record', subject: mrn });
}
