import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { Cents, cents } from '../money/cents.ts';
import { affordableCentsAMonth } from './affordable-payment.ts';
import { yearlyIncomeCents } from './income.ts';
import { assistancePolicy } from './policy.ts';
import { guidelineCents, guidelineYear, percentOfGuidelineBps } from './poverty-guideline.ts';
import { type Household, ScreeningResult, screen } from './screening.ts';

/** What a household has not been asked yet. */
export const Unasked = z.enum([
  'income',
  'medical_expenses',
  'essential_expenses',
  'coverage',
  'prescriptions',
]);
export type Unasked = z.infer<typeof Unasked>;

/** What every programme answered, and by what: enough to be shown again as it was. */
export const ScreeningAnswers = z.object({
  /** The day on the guarantor's calendar. */
  on: CalendarDate,
  /** The version of the region's policy; null where none was in force. */
  policy: z
    .object({
      name: z.string(),
      effectiveFrom: CalendarDate,
      effectiveUntil: CalendarDate.nullable(),
      source: z.string(),
    })
    .nullable(),
  /** Of this household, in cents a year. */
  guideline: z.object({ year: z.int(), cents: z.int().positive() }),
  /** Before taxes; null while nobody has said. */
  incomeCentsAYear: z.int().min(0).nullable(),
  /** For reading, rounded up; what decides is compared exactly. */
  percentOfGuidelineBps: z.int().min(0).nullable(),
  /** By California's formula; null until income and essential expenses are known. */
  affordableCentsAMonth: Cents.nullable(),
  results: z.array(ScreeningResult),
  unasked: z.array(Unasked),
});
export type ScreeningAnswers = z.infer<typeof ScreeningAnswers>;

function unaskedOf(household: Household): Unasked[] {
  const asked: Readonly<Record<Unasked, unknown>> = {
    income: household.incomes,
    medical_expenses: household.medicalExpensesCents,
    essential_expenses: household.essentialExpensesCentsAMonth,
    coverage: household.coverageOffered,
    prescriptions: household.needsPrescriptions,
  };
  return Unasked.options.filter(each => asked[each] === null);
}

/** A month of a year's income is its twelfth, in cents, rounded down (Health and Safety Code 127400(i)). */
function affordable(yearlyCents: number | null, essentialCents: number | null): Cents | null {
  if (yearlyCents === null || essentialCents === null) return null;
  return cents(affordableCentsAMonth(Math.floor(yearlyCents / 12), essentialCents));
}

/** Screens a household on a day: every programme's answer with the policy and the guideline it rests on. */
export function answersFor(household: Household, on: CalendarDate): ScreeningAnswers {
  const { region, state, people, incomes, essentialExpensesCentsAMonth } = household;
  const policy = assistancePolicy(region, on);
  const guideline = guidelineCents(state, people);
  const incomeCentsAYear = incomes && yearlyIncomeCents(incomes);
  return {
    on,
    policy: policy
      ? {
          name: policy.name,
          effectiveFrom: policy.effectiveFrom,
          effectiveUntil: policy.effectiveUntil,
          source: policy.source,
        }
      : null,
    guideline: { year: guidelineYear, cents: guideline },
    incomeCentsAYear,
    percentOfGuidelineBps:
      incomeCentsAYear === null ? null : percentOfGuidelineBps(incomeCentsAYear, guideline),
    affordableCentsAMonth: affordable(incomeCentsAYear, essentialExpensesCentsAMonth),
    results: screen(household, on),
    unasked: unaskedOf(household),
  };
}
