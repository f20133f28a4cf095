import { z } from 'zod';
import { Cents } from '../money/cents.ts';
import type { RegionCode } from '../organization/regions.ts';
import { StateCode } from '../plans/states.ts';
import { Income, periodToAskBack, yearlyIncomeCents } from './income.ts';
import { householdLimits } from './poverty-guideline.ts';
import { Household } from './screening.ts';

/** Five million dollars: more than a household's income, or its bills of a year, ever come to. */
const MOST_CENTS = 500_000_000;

/** A household as it was typed: whatever is wrong with it has its own sentence, see `faultInHousehold`. */
export const ToldHousehold = z.strictObject({
  state: z.string().max(20),
  people: z.int(),
  incomes: z
    .array(z.strictObject({ ...Income.shape, amountCents: Cents }))
    .max(20)
    .nullable(),
  medicalExpensesCents: Cents.nullable(),
  essentialExpensesCentsAMonth: Cents.nullable(),
  coverageOffered: z.boolean().nullable(),
  needsPrescriptions: z.boolean().nullable(),
});
export type ToldHousehold = z.infer<typeof ToldHousehold>;

/** What was asked back and said again: which rows of income, by their place, and that there is none at all. */
export const ConfirmedIncomes = z.strictObject({
  rows: z.array(z.int().min(0)).max(20),
  none: z.boolean(),
});
export type ConfirmedIncomes = z.infer<typeof ConfirmedIncomes>;

export interface HouseholdFault {
  readonly code: 'household_size_wrong' | 'state_unknown' | 'household_amount_wrong';
  /** Which part of the household, as a path. */
  readonly field: string;
}

const isWrong = (amountCents: number | null) =>
  amountCents !== null && (amountCents < 0 || amountCents > MOST_CENTS);

/** The first thing that cannot be true of a household; undefined where nothing stands against it. */
export function faultInHousehold(told: ToldHousehold): HouseholdFault | undefined {
  const { from, to } = householdLimits;
  if (told.people < from || told.people > to) {
    return { code: 'household_size_wrong', field: 'people' };
  }
  if (!StateCode.safeParse(told.state).success) return { code: 'state_unknown', field: 'state' };
  const row = told.incomes?.findIndex(({ amountCents }) => isWrong(amountCents)) ?? -1;
  if (row >= 0) return { code: 'household_amount_wrong', field: `incomes.${row}.amountCents` };
  const field = (['medicalExpensesCents', 'essentialExpensesCentsAMonth'] as const).find(each =>
    isWrong(told[each]),
  );
  return field && { code: 'household_amount_wrong', field };
}

/** The household that was typed, of a region; throws where `faultInHousehold` finds something. */
export function householdOf(told: ToldHousehold, region: RegionCode): Household {
  return Household.parse({ ...told, region });
}

/**
 * What has to be asked back before a household counts, less what was confirmed: incomes that sound like another
 * period's, and that there is none at all.
 */
export function stillToConfirm(
  incomes: readonly Income[] | null,
  confirmed: ConfirmedIncomes,
): { readonly rows: number[]; readonly none: boolean } {
  const rows = (incomes ?? []).flatMap((income, row) =>
    periodToAskBack(income) && !confirmed.rows.includes(row) ? [row] : [],
  );
  return { rows, none: incomes !== null && yearlyIncomeCents(incomes) === 0 && !confirmed.none };
}
