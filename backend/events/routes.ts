import type { FastifyInstance } from 'fastify';
import { access } from '#shared/access/table.ts';
import { BackendEvent, EVENTS_PATH } from '#shared/contract/events.ts';
import { personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { admit } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';

/** Where a desk listens for what there is to ask for. */
export function eventRoutes(app: FastifyInstance, { streams }: BackendParts) {
  app.addHook('preClose', async () => streams.close());
  app.route({
    method: 'GET',
    url: EVENTS_PATH,
    schema: {
      operationId: 'events',
      summary: 'What there is to ask for, as server-sent events with a comment now and then',
      tags: ['events'],
      security: [{ session: [] }],
      response: { 200: { content: { 'text/event-stream': { schema: BackendEvent } } } },
    },
    config: {
      problems: ['signed_out', 'not_allowed', 'protocol_mismatch', 'internal'],
      protocol: true,
    },
    onRequest: request => admit(app, request, access.events),
    handler: async (request, reply) => {
      if (!request.caller) throw new Refused('signed_out');
      return reply
        .type('text/event-stream')
        .header('cache-control', 'no-store')
        .send(streams.open(personOf(request.caller)));
    },
  });
}
