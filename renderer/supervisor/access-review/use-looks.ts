import { accessReviewPolicy } from '#shared/access-review/policy.ts';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import type { LookFilters } from '#shared/contract/access-review.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';
import { type Pages, useNarrowed } from '../../desk/use-pages.ts';

export const isTurned = ({ from, to }: Pick<LookFilters, 'from' | 'to'>) =>
  from !== null && to !== null && from > to;

/** The days that are looked through for what stands out, as they were left. */
export function usePatternDays(today: CalendarDate) {
  const usual = { from: addDays(today, 1 - accessReviewPolicy.days.usual), to: today };
  return useKept('audit:access-days', usual);
}

/** The looks, the latest first, a page at a time. */
export const useLooks = (filters: LookFilters): Pages<CallOutput<'access.looks'>, string | null> =>
  useNarrowed({
    queryKey: ['access.looks', filters],
    enabled: !isTurned(filters),
    read: (before: string | null) => ask('access.looks', { filters, before }),
    placeAfter: page => page.earlier,
  });
