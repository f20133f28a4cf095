import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { refuseFormerSupervisor } from '../approvals/still-supervisor.ts';
import { auditEvent } from '../audit/audit-event.ts';
import { type Person, personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { readLooks } from './read-looks.ts';
import { readPatterns } from './read-patterns.ts';
import { reviewAccess } from './review-access.ts';

/** Who looked at whom, and what stands out among it (45 CFR 164.308(a)(1)(ii)(D)). */
export function accessReviewRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  /** Who reviews is in the trail themselves: by what they narrowed it, without what. */
  const note = (person: Person, subject: string, detail?: string) =>
    auditEvent(
      db,
      { action: 'access_review_read', subjectKind: 'access_review', subject, person, detail },
      clock(),
    );

  serve(app, 'accessLooks', async ({ body: { filters, before } }, caller) => {
    const person = personOf(caller);
    const used = Object.entries(filters).filter(([, value]) => value !== null);
    await note(person, 'looks', used.map(([name]) => name).join(' ') || undefined);
    const page = await readLooks(db, filters, before, person.user.regions);
    const { rows: users } = await sql<{ userId: string; name: string }>`
      SELECT user_id AS "userId", name FROM user_account ORDER BY name, user_id`.execute(db);
    return { ...page, users };
  });

  serve(app, 'accessPatterns', async ({ body }, caller) => {
    const person = personOf(caller);
    await note(person, 'patterns', `${body.from} ${body.to}`);
    return readPatterns(db, person, body);
  });

  serve(app, 'reviewAccess', ({ params, body }, caller) => {
    const person = personOf(caller);
    return db.transaction().execute(async trx => {
      await refuseFormerSupervisor(trx, person);
      await reviewAccess(trx, person, { ...params, ...body }, clock());
      return null;
    });
  });
}
