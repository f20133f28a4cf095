import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { CaseOutcome, HardshipCase } from '../hardship/case.ts';
import { CasePriority } from '../hardship/items.ts';
import { SHORTEST_REASON } from '../text/shortest-reason.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

const Words = z.string().trim().min(SHORTEST_REASON).max(500);

/** A day of the guarantor's region on which the household is called back, and what about. */
export const Callback = z.strictObject({ dueOn: CalendarDate, note: Words });
/** What was done. */
export const ItemDone = z.strictObject({ note: Words });
/** Null lets what is due decide again. */
export const PriorityToSet = z.strictObject({ priority: CasePriority.nullable() });
export const CaseToClose = z.strictObject({ outcome: CaseOutcome, note: Words });
export const Takeover = z.strictObject({ reason: Words });
export const Handover = z.strictObject({ to: z.string().min(1).max(64), note: Words });

const ofCase = z.object({ caseId: z.uuid() });
const ofItem = z.object({ caseId: z.uuid(), itemId: z.uuid() });
const seen = ['bad_request', 'signed_out', 'not_allowed', 'case_not_found'] as const;
const work = [
  ...seen,
  'case_closed',
  'case_not_taken',
  'case_taken',
] as const satisfies ProblemCode[];
const worked = { method: 'PUT', status: 200, reply: HardshipCase } as const;

/**
 * What a counselor does in a case of their own. Each answers with the case as it then is, and sent again
 * changes nothing. `case_taken` says in `heldBy` who has it.
 */
export const hardshipWorkRoutes = {
  keepCallback: route({
    ...worked,
    path: '/v1/hardship-cases/:caseId/callbacks/:itemId',
    summary: 'Note that the household is called back on a business day of its region',
    params: ofItem,
    body: Callback,
    problems: [
      ...work,
      'callback_in_past',
      'date_banks_closed',
      'date_beyond_a_year',
      'card_in_reason',
      'key_reused',
    ],
  }),
  finishCaseItem: route({
    ...worked,
    path: '/v1/hardship-cases/:caseId/items/:itemId/done',
    summary:
      'Say what was done; a referral is closed with it. What waits for an application ends with that',
    params: ofItem,
    body: ItemDone,
    problems: [...work, 'item_not_found', 'item_ends_by_itself', 'card_in_reason'],
  }),
  setCasePriority: route({
    ...worked,
    path: '/v1/hardship-cases/:caseId/priority',
    summary: 'Say how pressing a case is, or let what is due decide again',
    params: ofCase,
    body: PriorityToSet,
    problems: work,
  }),
  closeHardshipCase: route({
    ...worked,
    path: '/v1/hardship-cases/:caseId/outcome',
    summary: 'Close a case in which nothing is left to do; more to do later is another case',
    params: ofCase,
    body: CaseToClose,
    problems: [...work, 'case_has_items', 'case_has_application', 'card_in_reason'],
  }),
  takeOverCase: route({
    ...worked,
    path: '/v1/hardship-cases/:caseId/owner/takeover',
    summary: 'Take a case that a colleague has, with the reason, which stays in its history',
    params: ofCase,
    body: Takeover,
    problems: [...seen, 'case_closed', 'card_in_reason'],
  }),
  handOverCase: route({
    ...worked,
    path: '/v1/hardship-cases/:caseId/owner/handover',
    summary: 'Give a case to a colleague who works in its region',
    params: ofCase,
    body: Handover,
    problems: [...work, 'colleague_not_found', 'card_in_reason'],
  }),
  caseColleagues: route({
    method: 'GET',
    path: '/v1/hardship-cases/:caseId/colleagues',
    summary: 'The other counselors of the region of a case',
    params: ofCase,
    status: 200,
    reply: z.object({ colleagues: z.array(z.object({ userId: z.string(), name: z.string() })) }),
    problems: seen,
  }),
};
