import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { access, mayUse } from '#shared/access/table.ts';
import { cardNumberWithin } from '#shared/cards/card-number-within.ts';
import { EXPORTS_PATH, ExportOrder } from '#shared/contract/exports.ts';
import { exportLists } from '#shared/export/lists.ts';
import { isPlainText } from '#shared/text/plain-text.ts';
import { connect } from '../database/connect.ts';
import { type Person, personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { admit, serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { type ExportEnd, recordEnd, recordExport, recordKept } from './record-export.ts';
import { streamExport } from './stream-export.ts';

/** Each holds a connection that desks also copy by; whoever comes later is told to wait. */
const MOST_AT_ONCE = 2;

function personBehind({ caller }: FastifyRequest): Person {
  if (!caller) throw new Refused('signed_out');
  return personOf(caller);
}

/** Throws unless whoever asks is somebody who may read this list. */
function mayExport(person: Person, { list, filters }: ExportOrder): void {
  const { sameAs, filters: Filters } = exportLists[list];
  if (!mayUse(access.routes[sameAs], person.role)) throw new Refused('not_allowed');
  if (!(isPlainText(filters) && Filters.safeParse(filters).success)) {
    throw new Refused('bad_request', { field: 'filters' });
  }
  // What is narrowed by is kept with the export.
  if (cardNumberWithin(filters)) throw new Refused('search_card_number', { field: 'filters' });
}

/** Lists and pages as files: streamed, on record before they leave and after. */
export function exportRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, auditPool, clock, processor } = parts;
  const snapshots = connect(auditPool);
  let open = 0;

  serve(app, 'exportKept', async ({ params, body }, caller) => {
    await recordKept(db, params.exportId, body, personOf(caller), clock());
    return null;
  });

  app.route<{ Body: ExportOrder }>({
    method: 'POST',
    url: EXPORTS_PATH,
    schema: {
      operationId: 'export',
      summary:
        'A list as JSON Lines for a file, as it stands at one moment; on record before it leaves',
      tags: ['exports'],
      security: [{ session: [] }],
      body: ExportOrder,
      response: { 200: { content: { 'application/jsonl': { schema: z.string() } } } },
    },
    config: {
      problems: [
        'bad_request',
        'signed_out',
        'not_allowed',
        'search_card_number',
        'key_reused',
        'export_busy',
        'protocol_mismatch',
        'internal',
      ],
      protocol: true,
    },
    onRequest: request => admit(app, request, access.exports),
    handler: async (request, reply) => {
      const { body: order } = request;
      const person = personBehind(request);
      mayExport(person, order);
      if (open >= MOST_AT_ONCE) throw new Refused('export_busy');
      const now = clock();
      // Its place is taken before anything is waited for, or several would find the same one free.
      open += 1;
      await recordExport(db, order, person, now).catch(refused => {
        open -= 1;
        throw refused;
      });
      const end: ExportEnd = { ended: 'broken', rows: 0 };
      const mayStill = async () => {
        await admit(app, request, access.exports);
        const { user } = personBehind(request);
        mayExport(personBehind(request), order);
        const lost = person.user.regions.some(each => !user.regions.includes(each));
        if (lost) throw new Refused('not_allowed');
      };
      const given = { db, snapshots, processor, order, person, now, mayStill, end };
      const stream = Readable.from(streamExport(given), { objectMode: false });
      stream.once('error', error => parts.report({ route: EXPORTS_PATH, error }));
      const over = new Promise(closed => stream.once('close', closed)).then(() => {
        open -= 1;
        return recordEnd(db, order.exportId, end, clock());
      });
      void app.underWay.run(over).catch(error => parts.report({ route: EXPORTS_PATH, error }));
      return reply.type('application/jsonl').header('cache-control', 'no-store').send(stream);
    },
  });
}
