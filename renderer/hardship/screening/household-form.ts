import type { Income } from '#shared/assistance/income.ts';
import type { Household } from '#shared/assistance/screening.ts';
import type { Screening } from '#shared/hardship/screening.ts';
import { amountText } from '#shared/money/show-money.ts';

/** A row of income as it is being typed. */
export interface IncomeRow extends Pick<Income, 'source' | 'period'> {
  /** For the page only. */
  readonly id: string;
  readonly typed: string;
  /** Asked back as it stands, and said again. */
  readonly isConfirmed: boolean;
}

export type Told = 'unasked' | 'yes' | 'no';

/** A household as it is being typed. */
export interface HouseholdForm {
  readonly people: string;
  readonly state: string;
  readonly rows: readonly IncomeRow[];
  /** Nobody in it has any income, and whether that was asked back. */
  readonly hasNone: boolean;
  readonly isNoneConfirmed: boolean;
  readonly medicalExpenses: string;
  readonly essentialExpenses: string;
  readonly coverage: Told;
  readonly prescriptions: Told;
}

export const newRow = (): IncomeRow => ({
  id: crypto.randomUUID(),
  source: 'wages',
  typed: '',
  period: 'monthly',
  isConfirmed: false,
});

const toldOf = (said: boolean | null): Told => (said === null ? 'unasked' : said ? 'yes' : 'no');
const typedOf = (amount: Household['medicalExpensesCents']) =>
  amount === null ? '' : amountText(amount);

/** What was kept last, to be gone on from; before the first, nothing but the state of the address. */
export function formOf(newest: Screening | undefined, state: string): HouseholdForm {
  const household = newest?.household;
  const incomes = household?.incomes ?? null;
  return {
    people: household ? String(household.people) : '1',
    state: household?.state ?? state,
    rows: (incomes ?? []).map(({ source, period, amountCents }, at) => ({
      ...{ id: `kept-${at}`, source, period },
      typed: amountText(amountCents),
      isConfirmed: newest?.confirmed.rows.includes(at) ?? false,
    })),
    hasNone: incomes?.length === 0,
    isNoneConfirmed: newest?.confirmed.none ?? false,
    medicalExpenses: typedOf(household?.medicalExpensesCents ?? null),
    essentialExpenses: typedOf(household?.essentialExpensesCentsAMonth ?? null),
    coverage: toldOf(household?.coverageOffered ?? null),
    prescriptions: toldOf(household?.needsPrescriptions ?? null),
  };
}
