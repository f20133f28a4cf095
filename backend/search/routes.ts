import type { FastifyInstance } from 'fastify';
import { aboutPayment } from '../after-payment/about-payment.ts';
import { noteAccess } from '../calls/access-events.ts';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { searchChoices } from './choices.ts';
import { readLife } from './life/read-life.ts';
import { matching } from './matching.ts';
import { noteSearched } from './note-searched.ts';
import { removeView, savedViews, saveView } from './saved-views.ts';
import { searchPayments } from './search-payments.ts';
import { totalsOf } from './totals.ts';

/** A supervisor's search over the payments of their regions, and the searches they keep. */
export function paymentSearchRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'searchPayments', async ({ body }, caller) => {
    const person = personOf(caller);
    const page = await searchPayments(db, body, person.user.regions, clock());
    await noteSearched(db, person, { ...body, shown: page.payments }, clock());
    return page;
  });

  serve(app, 'totalPayments', async ({ body }, caller) => {
    const { regions } = personOf(caller).user;
    return totalsOf(db, await matching(db, body.filters, regions, clock()));
  });

  serve(app, 'searchChoices', (_input, caller) => searchChoices(db, personOf(caller).user.regions));

  serve(app, 'savedViews', async (_input, caller) => ({
    views: await savedViews(db, personOf(caller).user.userId),
  }));

  serve(app, 'saveView', async ({ params, body }, caller) => {
    const view = { ...params, ...body };
    await saveView(db, personOf(caller).user.userId, view, clock());
    return view;
  });

  serve(app, 'paymentLife', async ({ params }, caller) => {
    const person = personOf(caller);
    const about = { ...params, verificationId: null };
    const { found } = await aboutPayment(db, person, about, clock());
    const reason = `payment ${params.key}`;
    const { guarantorId } = found.payment;
    const look = { action: 'payment_read', mrn: null, callId: null, guarantorId, reason } as const;
    await noteAccess(db, person, [look], clock());
    return readLife(db, found, person, clock());
  });

  serve(app, 'removeView', async ({ params }, caller) => {
    await removeView(db, personOf(caller).user.userId, params.viewId);
    return params;
  });
}
