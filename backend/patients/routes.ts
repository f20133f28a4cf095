import type { FastifyInstance } from 'fastify';
import { noteAccess } from '../calls/access-events.ts';
import { personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { findPatients } from './find.ts';
import { unlockPatient } from './unlock.ts';

/** Finding patients, and opening a record that wrong answers locked. */
export function patientRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'findPatients', async ({ body }, caller) => {
    const person = personOf(caller);
    const patients = await findPatients(db, body.find, person.user.regions, clock());
    const seen = patients.map(({ mrn, guarantorId }) => ({ mrn, guarantorId }));
    const nobody = { mrn: null, guarantorId: null };
    const notes = (seen.length > 0 ? seen : [nobody]).map(
      who => ({ ...who, action: 'found', callId: body.callId, reason: body.find.by }) as const,
    );
    await noteAccess(db, person, notes, clock());
    if (patients.length === 0) throw new Refused('patient_not_found');
    return { patients };
  });

  serve(app, 'unlockPatient', async ({ body: { mrn, reason } }, caller) => {
    await unlockPatient(db, personOf(caller), mrn, reason, clock());
    return { mrn, lockedAt: null };
  });
}
