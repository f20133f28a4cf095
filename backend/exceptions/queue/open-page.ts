import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { ExceptionFilter } from '#shared/contract/exception-queue.ts';
import { CONFIRMED, Urgency } from '#shared/exceptions/urgency.ts';
import { type CaseRow, caseRows } from './case-rows.ts';

type Filter = z.output<typeof ExceptionFilter>;

const ofUrgency = (urgency: Urgency): RawBuilder<unknown> => {
  switch (urgency) {
    case 'duplicate':
      return sql`exception_case.kind = 'duplicate' AND about IS DISTINCT FROM ${CONFIRMED}`;
    case 'duplicate_confirmed':
      return sql`exception_case.kind = 'duplicate' AND about = ${CONFIRMED}`;
    default:
      return sql`exception_case.kind = ${urgency}`;
  }
};

const kindOf = (urgency: Urgency) => (urgency === 'duplicate_confirmed' ? 'duplicate' : urgency);

const nothing = sql`SELECT 0 AS rank, opened_at AS since, case_id AS paged FROM exception_case WHERE false`;

/**
 * What is open, the most urgent first and of those alike the oldest. Each urgency is a walk of its own through the
 * index of its kind, which begins at the place or not at all: the order stands in `shared/exceptions/urgency.ts` alone.
 */
export function openPage(
  { kind, afterUrgency, afterAt, afterId }: Filter,
  whose: RawBuilder<unknown>,
  most: number,
): RawBuilder<CaseRow> {
  const place = afterUrgency && afterAt && afterId ? { afterUrgency, afterAt, afterId } : null;
  const first = place ? Urgency.options.indexOf(place.afterUrgency) : 0;
  const beyond = (urgency: Urgency) =>
    place && urgency === place.afterUrgency
      ? sql`AND (opened_at, case_id) > (${place.afterAt}::timestamptz, ${place.afterId}::uuid)`
      : sql``;
  const walks = Urgency.options.flatMap((urgency, rank) =>
    rank < first || (kind && kind !== kindOf(urgency))
      ? []
      : sql`(SELECT ${rank}::int AS rank, opened_at AS since, case_id AS paged
        FROM exception_case LEFT JOIN guarantor USING (guarantor_id)
        WHERE resolved_at IS NULL AND ${ofUrgency(urgency)} ${whose} ${beyond(urgency)}
        ORDER BY opened_at, case_id LIMIT ${most})`,
  );
  // A place of another kind than the one that is asked for leaves nothing to walk through.
  const page = walks.length > 0 ? sql.join(walks, sql` UNION ALL `) : nothing;
  return sql<CaseRow>`
    WITH page AS MATERIALIZED (
      SELECT * FROM (${page}) AS walked ORDER BY rank, since, paged LIMIT ${most}
    )
    ${caseRows} JOIN page ON paged = case_id
    ORDER BY rank, since, paged`;
}
