import { sql } from 'kysely';
import { UnsignedCopy } from '#shared/contract/authorisations.ts';
import { MOST_EXCEPTIONS } from '#shared/contract/exceptions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

/** Debits that stand by a spoken yes alone, in a supervisor's regions: their copies may still come back signed. */
export async function unsignedCopies(
  db: Database,
  { user }: Person,
  most: number | null = MOST_EXCEPTIONS,
): Promise<UnsignedCopy[]> {
  const { rows } = await sql`
    SELECT authorisation_id AS "authorisationId", authorisation.guarantor_id AS "guarantorId",
      full_name AS "guarantorName", region, authorisation.kind, stored_method_shown(method) AS method,
      agreement->>'agreedAt' AS "agreedAt"
    FROM authorisation JOIN stored_method AS method USING (method_id)
      JOIN guarantor ON guarantor.guarantor_id = authorisation.guarantor_id
    WHERE authorisation.state = 'active' AND method.kind = 'ach' AND region = ANY (${user.regions})
      AND NOT EXISTS (SELECT FROM authorisation_signature AS signature
        WHERE signature.authorisation_id = authorisation.authorisation_id AND signature.version = authorisation.version)
    ORDER BY made_at, authorisation_id LIMIT ${most}`.execute(db);
  return rows.map(row => UnsignedCopy.parse(row));
}
