import { businessDaysBetween } from '../calendar/bank-calendar.ts';
import type { CalendarDate, Instant } from '../calendar/dates.ts';
import type { CasePriority, HardshipItem } from './items.ts';

/** An answer that a family waits for is urgent in its last business days. */
const URGENT_WITHIN_BUSINESS_DAYS = 5;
/** What is due later than this may wait. */
const LOW_BEYOND_BUSINESS_DAYS = 10;

/** What of a thing to do decides how pressing it is. */
export type DueItem = Pick<HardshipItem, 'kind' | 'dueOn'>;

function isUrgent({ kind, dueOn }: DueItem, today: CalendarDate): boolean {
  if (kind === 'plan_default' || dueOn < today) return true;
  const isWaitedFor = kind === 'decision' || kind === 'appeal';
  return isWaitedFor && businessDaysBetween(today, dueOn) <= URGENT_WITHIN_BUSINESS_DAYS;
}

/**
 * How pressing a case is on `today`, the date in the guarantor's region, where no counselor has said so:
 * urgent when something is overdue, a plan is in default, or a decision or an appeal is due within five
 * business days; low when nothing is due within ten; otherwise normal. The order of the desk's own
 * worklist, no rule of law.
 */
export function priorityOf(items: readonly DueItem[], today: CalendarDate): CasePriority {
  if (items.some(item => isUrgent(item, today))) return 'urgent';
  const mayWait = (item: DueItem) =>
    businessDaysBetween(today, item.dueOn) > LOW_BEYOND_BUSINESS_DAYS;
  return items.every(mayWait) ? 'low' : 'normal';
}

interface Ranked {
  readonly priority: CasePriority;
  readonly dueOn: CalendarDate | null;
  readonly openedAt: Instant;
}

const rank: Record<CasePriority, number> = { urgent: 0, normal: 1, low: 2 };
const NEVER = '9999';

/** The order of the worklist: the urgent first, then what is due first, then the oldest. */
export function compareCases(one: Ranked, other: Ranked): number {
  return (
    rank[one.priority] - rank[other.priority] ||
    (one.dueOn ?? NEVER).localeCompare(other.dueOn ?? NEVER) ||
    one.openedAt.localeCompare(other.openedAt)
  );
}
