import { v7 as uuidv7 } from 'uuid';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { RouteInput } from '#shared/contract/route.ts';
import type { routes } from '#shared/contract/routes.ts';
import type { VerificationRefusal } from '#shared/contract/verifications.ts';
import { regions } from '#shared/organization/regions.ts';
import { discloses } from '#shared/verification/policy.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { isMinor } from '../patients/find.ts';
import { guarantorIsDeceased, isAuthorised, type Subject, subjectOf } from './records.ts';

type Begun = RouteInput<typeof routes.beginVerification>['body'];

/** Why a caller in this role hears nothing, whatever they would answer; null when they may be asked. */
async function refusalOf(
  db: Database,
  subject: Subject,
  { callerRole, callerName }: Begun,
  now: number,
): Promise<VerificationRefusal | null> {
  switch (callerRole) {
    case 'guest_payer':
      return null;
    case 'patient':
      if (subject.deceased_on !== null) return 'patient_is_deceased';
      return isMinor(subject, now) ? 'patient_is_minor' : null;
    case 'guarantor':
      return (await guarantorIsDeceased(db, subject.guarantor_id)) ? 'patient_is_deceased' : null;
    case 'authorised_representative': {
      const today = dateIn(regions[subject.region].timeZone, instantOf(now));
      const authorised = await isAuthorised(db, subject.mrn, callerName, today);
      return authorised ? null : 'no_authorisation_on_record';
    }
  }
}

/** Begins to verify a caller and gives the verification's id. Refuses unknown and locked records. */
export async function beginVerification(
  db: Database,
  person: Person,
  begun: Begun,
  now: number,
): Promise<string> {
  const subject = await subjectOf(db, begun.mrn, person.user.regions);
  if (!subject) throw new Refused('patient_not_found');
  if (subject.locked_at) throw new Refused('record_locked');
  const refusal = await refusalOf(db, subject, begun, now);
  const disclosed = refusal ? 'nothing' : discloses(begun.callerRole, []);
  const state = refusal ? 'refused' : disclosed === 'nothing' ? 'open' : 'verified';
  const verificationId = uuidv7();
  await db
    .insertInto('verification')
    .values({
      verification_id: verificationId,
      call_id: begun.callId,
      mrn: subject.mrn,
      guarantor_id: subject.guarantor_id,
      caller_role: begun.callerRole,
      caller_name: begun.callerName ?? null,
      state,
      refusal,
      discloses: disclosed,
      begun_by: person.user.userId,
      workstation_id: person.workstationId,
      begun_at: instantOf(now),
      closed_at: state === 'open' ? null : instantOf(now),
    })
    .execute();
  return verificationId;
}
