import { z } from 'zod';
import { AssistanceProgramme } from '../billing/referral.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import { Cents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { StateCode } from '../plans/states.ts';
import { Award, awardFor } from './award.ts';
import { Income, yearlyIncomeCents } from './income.ts';
import { type AssistancePolicy, assistancePolicy } from './policy.ts';
import { guidelineCents, householdLimits, isWithin } from './poverty-guideline.ts';

const Amount = Cents.refine(cents => cents >= 0);

/** What a household says of itself; null is what nobody has asked or answered yet. */
export const Household = z.strictObject({
  region: RegionCode,
  state: StateCode,
  people: z.int().min(householdLimits.from).max(householdLimits.to),
  /** Null before it was asked; an empty list is a household without any income. */
  incomes: z.array(Income).max(20).nullable(),
  /** Medical and dental bills of twelve months, paid or open. */
  medicalExpensesCents: Amount.nullable(),
  /** What a month of living costs that nobody can do without: rent, food, utilities, the way to work. */
  essentialExpensesCentsAMonth: Amount.nullable(),
  /** Whether an employer, a public programme or an exchange offers them coverage. */
  coverageOffered: z.boolean().nullable(),
  /** Whether they have prescriptions they cannot pay for. */
  needsPrescriptions: z.boolean().nullable(),
});
export type Household = z.infer<typeof Household>;

/** Why a programme answers as it does; words for it are in shared/words, under the same name. */
export const ScreeningReason = z.enum([
  'within_limit',
  'above_limit',
  'by_expenses',
  'income_unasked',
  'expenses_unasked',
  'coverage_offered',
  'coverage_unasked',
  'not_offered_here',
  'no_prescriptions',
  'prescriptions_unasked',
  'open_to_everybody',
  'no_policy',
]);
export type ScreeningReason = z.infer<typeof ScreeningReason>;

export const ScreeningResult = z.object({
  programme: AssistanceProgramme,
  answer: z.enum(['eligible', 'not_eligible', 'unknown']),
  reason: ScreeningReason,
  /** The percentage of the guideline that decided; null where none did. */
  limitPercent: z.int().nullable(),
  /** What would be awarded; Medical Financial Assistance only. */
  award: Award.optional(),
});
export type ScreeningResult = z.infer<typeof ScreeningResult>;

type Answered = Omit<ScreeningResult, 'programme'>;

const answered = (
  answer: ScreeningResult['answer'],
  reason: ScreeningReason,
  limitPercent: number | null = null,
): Answered => ({ answer, reason, limitPercent });

interface Known {
  readonly policy: AssistancePolicy;
  readonly incomeCents: number | null;
  readonly guideline: number;
}

function screenMfa({ medicalExpensesCents }: Household, known: Known): Answered {
  const { policy, incomeCents, guideline } = known;
  if (incomeCents === null) return answered('unknown', 'income_unasked');
  const award = awardFor(policy, { incomeCents, guidelineCents: guideline, medicalExpensesCents });
  const limit = policy.awards.at(-1)?.uptoPercent ?? 0;
  if (award?.by === 'income') {
    return { ...answered('eligible', 'within_limit', award.uptoPercent), award };
  }
  if (award) return { ...answered('eligible', 'by_expenses', limit), award };
  return medicalExpensesCents === null
    ? answered('unknown', 'expenses_unasked', limit)
    : answered('not_eligible', 'above_limit', limit);
}

/** Whether an income is within a limit, once it is known to matter. */
function byIncome({ incomeCents, guideline }: Known, percent: number): Answered {
  if (incomeCents === null) return answered('unknown', 'income_unasked', percent);
  return isWithin(incomeCents, { percent, guideline })
    ? answered('eligible', 'within_limit', percent)
    : answered('not_eligible', 'above_limit', percent);
}

function screenChc({ coverageOffered }: Household, known: Known): Answered {
  const { offered, uptoPercent } = known.policy.charitableCoverage;
  if (!offered) return answered('not_eligible', 'not_offered_here');
  if (coverageOffered === true) return answered('not_eligible', 'coverage_offered');
  const income = byIncome(known, uptoPercent);
  if (income.answer !== 'eligible' || coverageOffered === false) return income;
  return answered('unknown', 'coverage_unasked', uptoPercent);
}

function screenPharmacy({ needsPrescriptions }: Household, known: Known): Answered {
  if (needsPrescriptions === false) return answered('not_eligible', 'no_prescriptions');
  const income = byIncome(known, known.policy.pharmacy.uptoPercent);
  if (income.answer !== 'eligible' || needsPrescriptions) return income;
  return answered('unknown', 'prescriptions_unasked', known.policy.pharmacy.uptoPercent);
}

/**
 * What each programme answers on `on`, by the policy of the household's region that is in force then: whatever
 * is not known leaves only those unknown that hang on it.
 */
export function screen(household: Household, on: CalendarDate): ScreeningResult[] {
  const policy = assistancePolicy(household.region, on);
  const community = {
    programme: 'community',
    ...answered('eligible', 'open_to_everybody'),
  } as const;
  if (!policy) {
    const none = answered('unknown', 'no_policy');
    return [
      ...(['mfa', 'chc', 'pharmacy'] as const).map(programme => ({ programme, ...none })),
      community,
    ];
  }
  const { incomes, state, people } = household;
  const known = {
    policy,
    incomeCents: incomes && yearlyIncomeCents(incomes),
    guideline: guidelineCents(state, people),
  };
  return [
    { programme: 'mfa', ...screenMfa(household, known) },
    { programme: 'chc', ...screenChc(household, known) },
    { programme: 'pharmacy', ...screenPharmacy(household, known) },
    community,
  ];
}
