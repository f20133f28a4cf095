import { sql } from 'kysely';
import { LookFilters } from '#shared/contract/access-review.ts';
import { ExportedDays } from '#shared/export/lists/access-review.ts';
import { readLooks } from '../../access-review/read-looks.ts';
import { readPatterns } from '../../access-review/read-patterns.ts';
import { type AskedSource, readByPages } from '../source.ts';

/** Every look that the filters leave, the latest first. */
export const exportedLooks = readByPages<string>(async ({ db, person, filters }, before) => {
  const { regions } = person.user;
  const page = await readLooks(db, LookFilters.parse(filters), before ?? null, regions);
  const rows = page.looks.map(look => ({ ...look, guarantorId: look.whom.guarantorId }));
  return { rows, next: page.earlier };
});

/** All that stands out in these days, with whose records it is about, so that the export is on record with them. */
export async function exportedPatterns({ db, person, filters }: AskedSource) {
  const { patterns } = await readPatterns(
    db,
    person,
    ExportedDays.parse(filters),
    Number.POSITIVE_INFINITY,
  );
  const subjects = [...new Set(patterns.map(({ key }) => key.subject))];
  const { rows } = await sql<{ mrn: string; guarantorId: string }>`
    SELECT mrn, guarantor_id AS "guarantorId" FROM patient WHERE mrn = ANY (${subjects}::text[])
    UNION ALL SELECT guarantor_id, guarantor_id FROM guarantor WHERE guarantor_id = ANY (${subjects}::text[])`.execute(
    db,
  );
  const whose = new Map(rows.map(({ mrn, guarantorId }) => [mrn, guarantorId]));
  return patterns.map(each => ({ ...each, guarantorId: whose.get(each.key.subject) ?? null }));
}
