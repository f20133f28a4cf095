import type { FastifyInstance } from 'fastify';
import type { HardshipCase } from '#shared/hardship/case.ts';
import type { Database } from '../database/connect.ts';
import { type Caller, type Person, personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { type AboutCase, ownCase } from './about-case.ts';
import { keepCallback } from './callback.ts';
import { colleaguesOf, handOver, takeOver } from './change-owner.ts';
import { closeCase } from './close-case.ts';
import { finishItem } from './finish-item.ts';
import { putBackCase, takeCase } from './hold-case.ts';
import { readCase } from './read-case.ts';
import { reopenCase } from './reopen-case.ts';
import { setPriority } from './set-priority.ts';

/** What a counselor does in a case, each in one transaction that answers with the case as it then is. */
export function hardshipWorkRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  const change = (
    caller: Caller,
    caseId: string,
    work: (trx: Database, person: Person, now: number) => Promise<void>,
  ): Promise<HardshipCase> =>
    db.transaction().execute(async trx => {
      const [person, now] = [personOf(caller), clock()];
      await work(trx, person, now);
      return readCase(trx, caseId, person, now);
    });
  const inOwn = (
    caller: Caller,
    caseId: string,
    work: (trx: Database, about: AboutCase) => Promise<void>,
  ) =>
    change(caller, caseId, async (trx, person, now) =>
      work(trx, await ownCase(trx, person, caseId, now)),
    );

  serve(app, 'takeHardshipCase', ({ params: { caseId } }, caller) =>
    change(caller, caseId, (trx, person, now) => takeCase(trx, person, caseId, now)),
  );
  serve(app, 'putBackHardshipCase', ({ params: { caseId } }, caller) =>
    change(caller, caseId, (trx, person, now) => putBackCase(trx, person, caseId, now)),
  );
  serve(app, 'takeOverCase', ({ params: { caseId }, body: { reason } }, caller) =>
    change(caller, caseId, (trx, person, now) => takeOver(trx, person, caseId, reason, now)),
  );
  serve(app, 'handOverCase', ({ params: { caseId }, body }, caller) =>
    change(caller, caseId, (trx, person, now) => handOver(trx, person, caseId, body, now)),
  );
  serve(app, 'closeHardshipCase', ({ params: { caseId }, body }, caller) =>
    change(caller, caseId, (trx, person, now) => closeCase(trx, person, caseId, body, now)),
  );
  serve(app, 'reopenHardshipCase', ({ params: { caseId }, body: { reason } }, caller) =>
    change(caller, caseId, (trx, person, now) => reopenCase(trx, person, caseId, reason, now)),
  );
  serve(app, 'keepCallback', ({ params: { caseId, itemId }, body }, caller) =>
    inOwn(caller, caseId, (trx, about) => keepCallback(trx, about, itemId, body)),
  );
  serve(app, 'finishCaseItem', ({ params: { caseId, itemId }, body: { note } }, caller) =>
    inOwn(caller, caseId, (trx, about) => finishItem(trx, about, itemId, note)),
  );
  serve(app, 'setCasePriority', ({ params: { caseId }, body: { priority } }, caller) =>
    inOwn(caller, caseId, (trx, about) => setPriority(trx, about, priority)),
  );
  serve(app, 'caseColleagues', async ({ params: { caseId } }, caller) => ({
    colleagues: await colleaguesOf(db, caseId, personOf(caller)),
  }));
}
