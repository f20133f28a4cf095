import { z } from 'zod';
import type { StateCode } from '../plans/states.ts';
import guidelinesFile from './poverty-guidelines-2026.json' with { type: 'json' };

const Dollars = z.int().positive();
const Series = z.object({ first: Dollars, eachFurtherPerson: Dollars });

const guidelines = z
  .object({
    year: z.int(),
    contiguous48AndDC: z.object({
      byHouseholdSize: z.array(Dollars).length(8),
      eachFurtherPerson: Dollars,
    }),
    alaska: Series,
    hawaii: Series,
  })
  .parse(guidelinesFile);

/** Whose guidelines these are, as the notice counts years. */
export const guidelineYear = guidelines.year;

/** The sizes of household that are reckoned with; a larger one is a slip of the keyboard, or a supervisor's matter. */
export const householdLimits = { from: 1, to: 20 } as const;

function dollarsFor(state: StateCode, household: number): number {
  if (state === 'AK' || state === 'HI') {
    const { first, eachFurtherPerson } = state === 'AK' ? guidelines.alaska : guidelines.hawaii;
    return first + (household - 1) * eachFurtherPerson;
  }
  const { byHouseholdSize, eachFurtherPerson } = guidelines.contiguous48AndDC;
  const listed = byHouseholdSize[household - 1];
  const last = byHouseholdSize.at(-1) ?? 0;
  return listed ?? last + (household - byHouseholdSize.length) * eachFurtherPerson;
}

/**
 * The poverty guideline of a household in cents a year (HHS notice, 91 FR 1797). Throws a RangeError for a
 * household outside `householdLimits`.
 */
export function guidelineCents(state: StateCode, household: number): number {
  const { from, to } = householdLimits;
  if (!Number.isInteger(household) || household < from || household > to) {
    throw new RangeError(`A household has ${from} to ${to} people, not ${household}.`);
  }
  return dollarsFor(state, household) * 100;
}

/** Whether a yearly income is at most so many percent of the guideline, to the cent: nothing is rounded. */
export function isWithin(
  incomeCentsAYear: number,
  { percent, guideline }: { readonly percent: number; readonly guideline: number },
): boolean {
  return incomeCentsAYear * 100 <= guideline * percent;
}

/** The percentage of the guideline in hundredths of a percent, for reading only: rounded up, so that it never looks lower than it is. */
export function percentOfGuidelineBps(incomeCentsAYear: number, guideline: number): number {
  return Math.ceil((incomeCentsAYear * 10_000) / guideline);
}
