import type { FastifyInstance } from 'fastify';
import { instantOf } from '#shared/calendar/dates.ts';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { listRuns } from './list-runs.ts';
import { runSteps } from './steps.ts';

/** What is done by the calendar, for whoever looks after it. */
export function runRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'runs', ({ query }, caller) => {
    const { regions } = personOf(caller).user;
    return listRuns(db, runSteps, { regions, before: query.before, now: instantOf(clock()) });
  });
}
