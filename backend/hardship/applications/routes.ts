import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { noteListed } from '../../exceptions/note-listed.ts';
import { type Person, personOf } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { serve } from '../../http/serve.ts';
import type { BackendParts } from '../../server.ts';
import { appealApplication } from './appeal.ts';
import { beginApplication } from './begin.ts';
import { decideApplication } from './decide.ts';
import { applicationsOf, readApplication } from './read.ts';
import { settleRequirement } from './requirements.ts';
import { submitApplication } from './submit.ts';
import { decidedApplications, waitingApplications } from './waiting.ts';
import { withdrawApplication } from './withdraw.ts';

async function guarantorOfCase({ db }: BackendParts, caseId: string, { user }: Person) {
  const { rows } = await sql<{ guarantorId: string }>`
    SELECT guarantor_id AS "guarantorId" FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE case_id = ${caseId} AND region = ANY (${user.regions})`.execute(db);
  const [found] = rows;
  if (!found) throw new Refused('case_not_found');
  return found;
}

/** Applications for Medical Financial Assistance, from draft to decision and appeal. */
export function applicationRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, clock } = parts;

  serve(app, 'caseApplications', async ({ params }, caller) => {
    const person = personOf(caller);
    const whose = await guarantorOfCase(parts, params.caseId, person);
    await noteListed(db, person, [whose], clock());
    return { applications: await applicationsOf(db, whose.guarantorId, person, clock()) };
  });

  serve(app, 'waitingApplications', async ({ query }, caller) => {
    const person = personOf(caller);
    const waiting = await waitingApplications(db, person, query);
    await noteListed(db, person, waiting.applications, clock());
    return waiting;
  });

  serve(app, 'decidedApplications', async ({ query }, caller) => {
    const person = personOf(caller);
    const decided = await decidedApplications(db, person, query);
    await noteListed(db, person, decided.applications, clock());
    return decided;
  });

  serve(app, 'beginApplication', async ({ params, body }, caller) => {
    const person = personOf(caller);
    await beginApplication(db, { ...params, ...body }, person, clock());
    return readApplication(db, params.applicationId, person, clock());
  });

  serve(app, 'submitApplication', async ({ params, body }, caller) => {
    const person = personOf(caller);
    await submitApplication(db, { ...params, ...body }, person, clock());
    return readApplication(db, params.applicationId, person, clock());
  });

  serve(app, 'settleRequirement', async ({ params, body }, caller) => {
    const person = personOf(caller);
    await settleRequirement(db, { ...params, ...body }, person, clock());
    return readApplication(db, params.applicationId, person, clock());
  });

  serve(app, 'decideApplication', async ({ params, body }, caller) => {
    const person = personOf(caller);
    await decideApplication(db, { ...params, ...body }, person, clock());
    return readApplication(db, body.applicationId, person, clock());
  });

  serve(app, 'appealApplication', async ({ params, body }, caller) => {
    const person = personOf(caller);
    await appealApplication(db, { ...params, ...body }, person, clock());
    return readApplication(db, params.applicationId, person, clock());
  });

  serve(app, 'withdrawApplication', async ({ params, body }, caller) => {
    const person = personOf(caller);
    await withdrawApplication(db, { ...params, ...body }, person, clock());
    return readApplication(db, params.applicationId, person, clock());
  });
}
