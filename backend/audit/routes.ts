import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { access } from '#shared/access/table.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { AUDIT_EXPORT_PATH } from '#shared/contract/audit.ts';
import { personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { admit, serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { auditChoices } from './audit-choices.ts';
import { auditEvent } from './audit-event.ts';
import { keepDeskRecords, noteUnreadable } from './desk-records.ts';
import { exportChain } from './export-chain.ts';
import { readProof } from './read-proof.ts';
import { readAuditRecords } from './read-records.ts';

/** Who reads nothing for so long has gone, and must not keep a connection from the desks that copy. */
const LONGEST_SILENCE_MS = 120_000;

/** The audit trail to read and to take along, and what desks wrote down by themselves. */
export function auditRoutes(
  app: FastifyInstance,
  { db, auditPool, clock, verifier }: BackendParts,
) {
  serve(app, 'handOverDeskRecords', async ({ body }, { workstationId }) => ({
    kept: await keepDeskRecords(db, workstationId, body.records, clock()),
  }));

  serve(app, 'reportUnreadableRecord', async ({ body }, { workstationId }) => {
    await noteUnreadable(db, workstationId, body, clock());
    return null;
  });

  // Who looks at the trail is in the trail (PCI DSS 10.2.1.3).
  const about = { subjectKind: 'audit_chain', subject: 'all' } as const;
  serve(app, 'auditRecords', async ({ query }, caller) => {
    const person = personOf(caller);
    const event = {
      ...about,
      action: 'audit_read',
      person,
      detail: Object.keys(query).sort().join(' ') || undefined,
    } as const;
    await auditEvent(db, event, clock());
    return readAuditRecords(db, query);
  });

  serve(app, 'auditRecord', async ({ params: { position } }, caller) => {
    const person = personOf(caller);
    const event = { ...about, action: 'audit_read', person, detail: `record ${position}` } as const;
    await auditEvent(db, event, clock());
    return readProof(db, position);
  });

  serve(app, 'auditChoices', () => auditChoices(db));

  serve(app, 'verifyAudit', async (_input, caller) => ({
    verification: await verifier.begin(personOf(caller)),
  }));

  serve(app, 'auditVerification', async () => ({ verification: await verifier.latest() }));

  serve(app, 'cancelAuditVerification', async ({ params }, caller) => ({
    verification: await verifier.cancel(personOf(caller), params.verificationId),
  }));

  // One at a time: it holds a connection of those that desks copy by for as long as it takes.
  let isTaken = false;
  app.route({
    method: 'GET',
    url: AUDIT_EXPORT_PATH,
    schema: {
      operationId: 'auditExport',
      summary: 'The whole audit trail as JSON Lines, signed; verified by audit:verify',
      tags: ['audit-export'],
      security: [{ session: [] }],
      response: { 200: { content: { 'application/jsonl': { schema: z.string() } } } },
    },
    config: {
      problems: ['signed_out', 'not_allowed', 'export_busy', 'protocol_mismatch', 'internal'],
      protocol: true,
    },
    onRequest: request => admit(app, request, access.auditExport),
    handler: async (request, reply) => {
      if (!request.caller) throw new Refused('signed_out');
      const person = personOf(request.caller);
      if (isTaken) throw new Refused('export_busy');
      isTaken = true;
      const leave = () => {
        isTaken = false;
      };
      await auditEvent(db, { ...about, action: 'audit_exported', person }, clock()).catch(error => {
        leave();
        throw error;
      });
      const mayStill = () => admit(app, request, access.auditExport);
      const pieces = exportChain(auditPool, instantOf(clock()), mayStill);
      const stream = Readable.from(pieces, { objectMode: false }).once('close', leave);
      reply.raw.setTimeout(LONGEST_SILENCE_MS, () => reply.raw.destroy());
      return reply.type('application/jsonl').header('cache-control', 'no-store').send(stream);
    },
  });
}
