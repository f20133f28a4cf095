import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { CollectionsShown } from '#shared/collections/account-timeline.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { verifiedFor } from '../balance/verified-for.ts';
import { noteAccess } from '../calls/access-events.ts';
import type { Database } from '../database/connect.ts';
import { noteSeen } from '../hardship/note-seen.ts';
import { personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { readTimelines } from './read-timelines.ts';

interface Whose {
  readonly guarantorId: string;
  readonly region: RegionCode;
}

async function shown(db: Database, whose: Whose, now: number): Promise<CollectionsShown> {
  const today = dateIn(regions[whose.region].timeZone, instantOf(now));
  return { today, accounts: await readTimelines(db, whose, today) };
}

/** Whose a case is, for somebody who works in its region. */
async function ofCase(db: Database, caseId: string, theirs: readonly RegionCode[]): Promise<Whose> {
  const { rows } = await sql<Whose>`
    SELECT guarantor_id AS "guarantorId", region FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE case_id = ${caseId} AND region = ANY (${theirs})`.execute(db);
  if (!rows[0]) throw new Refused('case_not_found');
  return rows[0];
}

/** Where collections stand, for a verified caller and in a counselor's case. */
export function collectionsRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'collections', async ({ params }, caller) => {
    const person = personOf(caller);
    const now = clock();
    const about = await verifiedFor(db, person, params.verificationId, now);
    await noteAccess(db, person, [{ ...about, action: 'balance_read' }], now);
    const { region } = await db
      .selectFrom('guarantor')
      .select('region')
      .where('guarantor_id', '=', about.guarantorId)
      .executeTakeFirstOrThrow();
    return shown(db, { guarantorId: about.guarantorId, region }, now);
  });

  serve(app, 'caseCollections', async ({ params }, caller) => {
    const person = personOf(caller);
    const now = clock();
    const whose = await ofCase(db, params.caseId, person.user.regions);
    await noteSeen(db, person, 'case_read', [whose], now);
    return shown(db, whose, now);
  });
}
