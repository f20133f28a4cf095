import type { Mrn } from '#shared/identifiers/mrn.ts';
import { noteAccess } from '../calls/access-events.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** Opens a locked record and keeps who did it and why; unlocking an open one changes nothing. */
export async function unlockPatient(
  db: Database,
  person: Person,
  mrn: Mrn,
  reason: string,
  now: number,
): Promise<void> {
  await db.transaction().execute(async trx => {
    const patient = await trx
      .updateTable('patient')
      .set({ verification_failures: 0, locked_at: null })
      .from('guarantor')
      .whereRef('guarantor.guarantor_id', '=', 'patient.guarantor_id')
      .where('guarantor.region', 'in', person.user.regions)
      .where('mrn', '=', mrn)
      .returning('patient.guarantor_id')
      .executeTakeFirst();
    if (!patient) throw new Refused('patient_not_found');
    const guarantorId = patient.guarantor_id;
    const note = { action: 'record_unlocked', mrn, guarantorId, callId: null, reason } as const;
    await noteAccess(trx, person, [note], now);
  });
}
