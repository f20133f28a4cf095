import type { ListedCase } from '#shared/hardship/case.ts';

/** Whose cases are shown. */
export const caseFilters = ['all', 'mine', 'nobodys'] as const;
export type CaseFilter = (typeof caseFilters)[number];
/** What the list shows: open cases of somebody, or the closed ones. */
export type ShownCases = CaseFilter | 'closed';

/** The cases of a filter, in the order in which they came. */
export function filterCases(cases: readonly ListedCase[], filter: CaseFilter): ListedCase[] {
  return cases.filter(({ owner }) => {
    if (filter === 'mine') return owner?.isYou ?? false;
    return filter === 'all' || owner === null;
  });
}
