import type { FastifyInstance } from 'fastify';
import { v5 as uuidv5 } from 'uuid';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';

/**
 * Accesses that a desk saw by itself, kept as its own word: the workstation is the sender's, the number
 * makes the event's identifier, the guarantor is read here. Those of users nobody knows are left out.
 */
export function handedAccessRoutes(app: FastifyInstance, { db }: BackendParts) {
  serve(app, 'handOverAccesses', async ({ body: { accesses } }, { workstationId }) => {
    const kept = await db.transaction().execute(async trx => {
      const users = await trx
        .selectFrom('user_account')
        .select('user_id')
        .where('user_id', 'in', [...new Set(accesses.map(each => each.userId))])
        .execute();
      const patients = await trx
        .selectFrom('patient')
        .select(['mrn', 'guarantor_id'])
        .where('mrn', 'in', [...new Set(accesses.map(each => each.mrn))])
        .execute();
      const known = new Set(users.map(user => user.user_id));
      const guarantorOf = new Map(patients.map(each => [each.mrn, each.guarantor_id]));
      const rows = accesses
        .filter(each => known.has(each.userId))
        .map(each => ({
          event_id: uuidv5(`access ${each.number}`, workstationId),
          at: each.at,
          user_id: each.userId,
          workstation_id: workstationId,
          action: each.action,
          mrn: each.mrn,
          guarantor_id: guarantorOf.get(each.mrn) ?? null,
          call_id: each.callId,
          reason: null,
        }));
      if (rows.length === 0) return 0;
      const added = await trx
        .insertInto('access_event')
        .values(rows)
        .onConflict(conflict => conflict.column('event_id').doNothing())
        .returning('event_id')
        .execute();
      return added.length;
    });
    return { kept };
  });
}
