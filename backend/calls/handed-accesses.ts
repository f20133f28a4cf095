import type { FastifyInstance } from 'fastify';
import { v5 as uuidv5 } from 'uuid';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';

/**
 * Accesses that a desk saw by itself, kept as its own word: the workstation is the sender's, the
 * guarantor is read here, and what is said makes the event's identifier: a desk whose journal was put back
 * counts some numbers twice. Those of people who were never signed in there are left out.
 */
export function handedAccessRoutes(app: FastifyInstance, { db }: BackendParts) {
  serve(app, 'handOverAccesses', async ({ body: { accesses } }, { workstationId }) => {
    const kept = await db.transaction().execute(async trx => {
      const users = await trx
        .selectFrom('user_account')
        .select('user_id')
        .where('user_id', 'in', [...new Set(accesses.map(each => each.userId))])
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('sign_in_event')
              .select('event_id')
              .whereRef('sign_in_event.user_id', '=', 'user_account.user_id')
              .where('sign_in_event.workstation_id', '=', workstationId)
              .where('outcome', '=', 'succeeded'),
          ),
        )
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
          event_id: uuidv5(
            [each.number, each.at, each.userId, each.action, each.mrn].join(' '),
            workstationId,
          ),
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
