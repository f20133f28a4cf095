import type { FastifyInstance } from 'fastify';
import { verifiedFor } from '../balance/verified-for.ts';
import { noteListed } from '../exceptions/note-listed.ts';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { aboutRequest, askAboutPayment } from './ask-about-payment.ts';
import { askPlanException } from './ask-plan-exception.ts';
import { decideApproval } from './decide.ts';
import { readApproval } from './read-approval.ts';
import { planExceptionsOf, requestsOf } from './read-asked.ts';
import { waitingApprovals } from './waiting.ts';

/** What needs a second person: one queue of every kind, and the requests that have rows of their own. */
export function approvalRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, clock } = parts;

  serve(app, 'approvals', async ({ query }, caller) => {
    const person = personOf(caller);
    const page = await waitingApprovals(db, person.user.regions, query);
    await noteListed(db, person, page.approvals, clock());
    return page;
  });

  serve(app, 'approval', async ({ params }, caller) => {
    const person = personOf(caller);
    const approval = await readApproval(db, params, person, clock());
    await noteListed(db, person, [approval], clock());
    return approval;
  });

  serve(app, 'decideApproval', ({ params, body }, caller) =>
    decideApproval(parts, params, body, personOf(caller)),
  );

  serve(app, 'askLateVoid', ({ params, body }, caller) =>
    askAboutPayment(db, { kind: 'late_void', ...params, ...body }, personOf(caller), clock()),
  );

  serve(app, 'askOverride', ({ params, body }, caller) =>
    askAboutPayment(db, { kind: 'override', ...params, ...body }, personOf(caller), clock()),
  );

  serve(app, 'approvalsOfPayment', async ({ params, query }, caller) => {
    const person = personOf(caller);
    const about = { ...params, verificationId: query.verificationId ?? null };
    const { found } = await aboutRequest(db, person, about, clock());
    await noteListed(db, person, [found.payment], clock());
    return { approvals: await requestsOf(db, params.key) };
  });

  serve(app, 'askPlanException', ({ params, body }, caller) =>
    askPlanException(db, { ...params, ...body }, personOf(caller), clock()),
  );

  serve(app, 'planExceptions', async ({ params }, caller) => {
    const person = personOf(caller);
    const call = await verifiedFor(db, person, params.verificationId, clock());
    await noteListed(db, person, [call], clock());
    return { approvals: await planExceptionsOf(db, call.guarantorId) };
  });
}
