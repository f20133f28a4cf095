import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import {
  EXCEPTIONS_AT_ONCE,
  type ExceptionCase,
  type ExceptionFilter,
  type ExceptionPlace,
} from '#shared/contract/exception-queue.ts';
import type { ExceptionKind } from '#shared/exceptions/exception-kind.ts';
import { urgencyOf } from '#shared/exceptions/urgency.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { type CaseRow, caseRows, shownCase, within } from './case-rows.ts';
import { openPage } from './open-page.ts';

type Filter = z.output<typeof ExceptionFilter>;

const MOST = EXCEPTIONS_AT_ONCE + 1;

const ownedBy = (whose: Filter['whose'], userId: string) =>
  ({
    everybodys: sql``,
    mine: sql`AND owner = ${userId}`,
    nobodys: sql`AND owner IS NULL`,
  })[whose];

/** What was resolved, the latest first. */
function resolvedPage({ kind, afterAt, afterId }: Filter, whose: RawBuilder<unknown>) {
  const place =
    afterAt && afterId
      ? sql`AND (resolved_at, case_id) < (${afterAt}::timestamptz, ${afterId}::uuid)`
      : sql``;
  return sql<CaseRow>`${caseRows}
    WHERE resolved_at IS NOT NULL ${whose} ${kind ? sql`AND exception_case.kind = ${kind}` : sql``} ${place}
    ORDER BY resolved_at DESC, case_id DESC LIMIT ${MOST}`;
}

/** A page of the queue as one query: what is open by urgency and age, or what was resolved. */
export function queuePage({ user }: Person, filter: Filter): RawBuilder<CaseRow> {
  const whose = sql`AND ${within(user.regions)} ${ownedBy(filter.whose, user.userId)}`;
  return filter.standing === 'open' ? openPage(filter, whose, MOST) : resolvedPage(filter, whose);
}

/** A page of what is open, the most urgent first, or of what was resolved; by place, never by number. */
export async function readQueue(
  db: Database,
  person: Person,
  filter: Filter,
  now: number,
): Promise<{ exceptions: ExceptionCase[]; next: ExceptionPlace | null }> {
  const { rows } = await queuePage(person, filter).execute(db);
  const exceptions = rows.slice(0, EXCEPTIONS_AT_ONCE).map(row => shownCase(row, now));
  const last = rows.length > exceptions.length ? exceptions.at(-1) : undefined;
  return {
    exceptions,
    next: last
      ? {
          afterUrgency: urgencyOf(last),
          afterAt: last.resolved?.at ?? last.openedAt,
          afterId: last.caseId,
        }
      : null,
  };
}

interface Counted {
  readonly kind: ExceptionKind;
  readonly count: number;
  readonly mine: number;
  readonly nobodys: number;
}

/** How many are open, by kind; only what is open is looked at. */
export const queueCounts = ({ user }: Person): RawBuilder<Counted> => sql<Counted>`
  SELECT kind, count(*)::int AS count, count(*) FILTER (WHERE owner = ${user.userId})::int AS mine,
    count(*) FILTER (WHERE owner IS NULL)::int AS nobodys
  FROM exception_case LEFT JOIN guarantor USING (guarantor_id)
  WHERE resolved_at IS NULL AND ${within(user.regions)} GROUP BY kind`;

export async function countQueue(db: Database, person: Person) {
  const { rows } = await queueCounts(person).execute(db);
  const sum = (of: 'count' | 'mine' | 'nobodys') => rows.reduce((all, row) => all + row[of], 0);
  return {
    open: sum('count'),
    mine: sum('mine'),
    nobodys: sum('nobodys'),
    kinds: rows.map(({ kind, count }) => ({ kind, count })),
  };
}
