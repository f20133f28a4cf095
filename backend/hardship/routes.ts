import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { verifiedFor } from '../balance/verified-for.ts';
import { noteAccess } from '../calls/access-events.ts';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { closedCases } from './closed-cases.ts';
import { noteSeen } from './note-seen.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { readCases } from './read-cases.ts';
import { assistanceStanding } from './standing.ts';

/** The cases of the financial counselors. */
export function hardshipCaseRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'hardshipCases', async (_input, caller) => {
    const person = personOf(caller);
    const cases = await readCases(db, person, sql`closed_at IS NULL`, clock());
    await noteSeen(db, person, 'case_listed', cases, clock());
    return { cases };
  });

  serve(app, 'closedCases', async ({ body }, caller) => {
    const person = personOf(caller);
    const closed = await closedCases(db, person, body);
    await noteSeen(db, person, 'case_listed', closed.cases, clock());
    return closed;
  });

  serve(app, 'hardshipCase', async ({ params }, caller) => {
    const person = personOf(caller);
    const found = await readCase(db, params.caseId, person, clock());
    await noteSeen(db, person, 'case_read', [found], clock());
    return found;
  });

  serve(app, 'assistanceStanding', async ({ params }, caller) => {
    const person = personOf(caller);
    const about = await verifiedFor(db, person, params.verificationId, clock());
    await noteAccess(db, person, [{ ...about, action: 'assistance_read' }], clock());
    return assistanceStanding(db, about.guarantorId);
  });

  serve(app, 'openHardshipCase', async ({ body }, caller) => {
    const person = personOf(caller);
    const opened = await openCase(db, body, person, clock());
    await noteSeen(db, person, 'case_read', [opened], clock());
    return opened;
  });
}
