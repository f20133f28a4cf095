import type { FastifyInstance } from 'fastify';
import type { ExceptionCase, OpenedException } from '#shared/contract/exception-queue.ts';
import { refuseFormerSupervisor } from '../../approvals/still-supervisor.ts';
import type { Database } from '../../database/connect.ts';
import { type Caller, personOf } from '../../http/caller.ts';
import { serve } from '../../http/serve.ts';
import type { BackendParts } from '../../server.ts';
import { noteListed } from '../note-listed.ts';
import { endLocks } from './end-locks.ts';
import { showCase } from './found-case.ts';
import { openLate } from './open-late.ts';
import { colleaguesOf, handOverCase, putBackCase, takeCase } from './own-case.ts';
import { readCase } from './read-case.ts';
import { countQueue, readQueue } from './read-queue.ts';
import { resolveCase } from './resolve-case.ts';

const seen = (exceptions: readonly ExceptionCase[]) =>
  exceptions.flatMap(({ guarantorId, guarantorName }) =>
    guarantorId && guarantorName ? [{ guarantorId }] : [],
  );

/** Whom the thing itself names, besides. */
const named = ({ exception, detail: { arrival } }: OpenedException) => [
  ...seen([exception]),
  ...(arrival?.guarantorId ? [{ guarantorId: arrival.guarantorId }] : []),
];

/** The queue of everything that a supervisor looks after. */
export function exceptionQueueRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  type Doing = (trx: Database, now: number) => Promise<void>;
  async function worked(caseId: string, caller: Caller, doing: Doing): Promise<ExceptionCase> {
    const person = personOf(caller);
    const now = clock();
    return db.transaction().execute(async trx => {
      await refuseFormerSupervisor(trx, person);
      await doing(trx, now);
      return showCase(trx, caseId, person, now);
    });
  }

  serve(app, 'exceptionQueue', async ({ query }, caller) => {
    const person = personOf(caller);
    await Promise.all([openLate(db, clock()), endLocks(db, clock())]);
    const page = await readQueue(db, person, query, clock());
    await noteListed(db, person, seen(page.exceptions), clock());
    return page;
  });

  serve(app, 'exceptionCounts', async (_input, caller) => {
    await Promise.all([openLate(db, clock()), endLocks(db, clock())]);
    return countQueue(db, personOf(caller));
  });

  serve(app, 'exception', async ({ params }, caller) => {
    const person = personOf(caller);
    const opened = await readCase(db, params.caseId, person, clock());
    await noteListed(db, person, named(opened), clock());
    return opened;
  });

  serve(app, 'takeException', ({ params: { caseId } }, caller) =>
    worked(caseId, caller, (trx, now) => takeCase(trx, caseId, personOf(caller), now)),
  );
  serve(app, 'putBackException', ({ params: { caseId } }, caller) =>
    worked(caseId, caller, (trx, now) => putBackCase(trx, caseId, personOf(caller), now)),
  );
  serve(app, 'handOverException', ({ params: { caseId }, body }, caller) =>
    worked(caseId, caller, (trx, now) => handOverCase(trx, caseId, personOf(caller), body, now)),
  );
  serve(app, 'exceptionColleagues', async ({ params }, caller) => ({
    colleagues: await colleaguesOf(db, params.caseId, personOf(caller)),
  }));
  serve(app, 'resolveException', ({ params: { caseId }, body }, caller) =>
    worked(caseId, caller, (trx, now) =>
      resolveCase(trx, caseId, personOf(caller), body.reason, now),
    ),
  );
}
