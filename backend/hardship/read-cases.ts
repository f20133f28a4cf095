import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { MOST_CASES } from '#shared/contract/hardship-cases.ts';
import { ListedCase } from '#shared/hardship/case.ts';
import type { CasePriority, HardshipItem } from '#shared/hardship/items.ts';
import { compareCases, priorityOf } from '#shared/hardship/priority.ts';
import { daysOf } from '../ach/follow-ups/days-of.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

/** A column of an instant, as it stands in JSON. */
export const instantText = (column: string) =>
  sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

interface CaseRow {
  readonly priority: CasePriority | null;
  readonly today: CalendarDate;
  readonly items: readonly HardshipItem[];
}

/** Cases of a person's regions that meet a condition, in the order of the worklist. */
export async function readCases(
  db: Database,
  { user }: Person,
  which: RawBuilder<unknown>,
  now: number,
): Promise<ListedCase[]> {
  const { rows } = await sql<CaseRow>`
    SELECT hardship_case.case_id AS "caseId", guarantor_id AS "guarantorId", full_name AS "guarantorName", region,
      opened_at AS "openedAt", priority, today, items, CASE WHEN owner IS NOT NULL THEN jsonb_build_object(
        'name', user_account.name, 'at', ${instantText('owned_at')}, 'isYou', owner = ${user.userId}) END AS owner
    FROM hardship_case JOIN guarantor USING (guarantor_id)
      JOIN jsonb_to_recordset(${JSON.stringify(daysOf(user.regions, now))}::jsonb) AS day (region text, today date)
        USING (region)
      LEFT JOIN user_account ON user_id = owner
      CROSS JOIN LATERAL (SELECT min(due_on) AS due_on, coalesce(jsonb_agg(jsonb_build_object('itemId', item_id,
          'kind', kind, 'about', about, 'openedAt', ${instantText('opened_at')}, 'dueOn', due_on,
          'isOverdue', due_on < today, 'note', note) ORDER BY due_on, opened_at, item_id), '[]') AS items
        FROM hardship_item WHERE hardship_item.case_id = hardship_case.case_id AND done_at IS NULL) AS open_items
    WHERE ${which} ORDER BY open_items.due_on, opened_at, hardship_case.case_id LIMIT ${MOST_CASES}`.execute(
    db,
  );
  return rows.map(listedCase).sort(compareCases);
}

function listedCase({ priority, today, ...row }: CaseRow): ListedCase {
  const [first] = row.items;
  return ListedCase.parse({
    ...row,
    priority: priority ?? priorityOf(row.items, today),
    isPrioritySet: priority !== null,
    dueOn: first?.dueOn ?? null,
    isOverdue: first?.isOverdue ?? false,
  });
}
