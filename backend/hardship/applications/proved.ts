import { type RawBuilder, sql } from 'kysely';
import type { DocumentKind } from '#shared/assistance/policy.ts';
import type { Database } from '../../database/connect.ts';
import { Refused } from '../../http/refused.ts';

async function refuseWhere(
  trx: Database,
  applicationId: string,
  which: RawBuilder<unknown>,
): Promise<void> {
  const { rows } = await sql`
    SELECT FROM application_requirement AS asked
    WHERE application_id = ${applicationId} AND ${which} AND seen_how IS NULL AND NOT EXISTS (
      SELECT FROM application_document AS came WHERE came.application_id = asked.application_id
        AND came.kind = asked.kind AND refused_at IS NULL)`.execute(trx);
  if (rows.length > 0) throw new Refused('document_not_seen');
}

/** Refuses to accept a kind of document of which nothing lies here that still counts. */
export const refuseUnseen = (trx: Database, applicationId: string, kind: DocumentKind) =>
  refuseWhere(trx, applicationId, sql`kind = ${kind}`);

/** Refuses an award that rests on a document which neither lies here nor was seen by anybody. */
export const refuseUnproved = (trx: Database, applicationId: string) =>
  refuseWhere(trx, applicationId, sql`state = 'accepted'`);
