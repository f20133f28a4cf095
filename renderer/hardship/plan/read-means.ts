import type { PlanGround } from '#shared/contract/hardship-plans.ts';
import { type Cents, noCents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { amountText } from '#shared/money/show-money.ts';
import type { MonthlyMeans } from '#shared/plans/means.ts';
import type { BuilderForm } from './use-builder.ts';

export interface ReadBox {
  readonly typed: string;
  readonly amountCents: Cents | undefined;
  readonly fault: 'amountMissing' | 'amountWrong' | undefined;
}

function readBox(typed: string | null, screened: Cents | null | undefined): ReadBox {
  const shown = typed ?? (typeof screened === 'number' ? amountText(screened) : '');
  const parsed = parseAmount(shown);
  if (parsed.ok) return { typed: shown, amountCents: parsed.amountCents, fault: undefined };
  const { fault } = parsed;
  if (fault === 'zero') return { typed: shown, amountCents: noCents, fault: undefined };
  const missing = fault === 'empty';
  return { typed: shown, amountCents: undefined, fault: missing ? 'amountMissing' : 'amountWrong' };
}

export interface ReadMeans {
  readonly income: ReadBox;
  readonly expenses: ReadBox;
  readonly means: MonthlyMeans | undefined;
  /** Both amounts are the screening's. */
  readonly isScreened: boolean;
}

/** What a household has and needs in a month: what the screening says, unless something else was typed. */
export function readMeans(
  form: Pick<BuilderForm, 'income' | 'expenses'>,
  { screened }: Pick<PlanGround, 'screened'>,
): ReadMeans {
  const income = readBox(form.income, screened?.incomeCents);
  const expenses = readBox(form.expenses, screened?.expensesCents);
  const [incomeCents, expensesCents] = [income.amountCents, expenses.amountCents];
  const isWhole = incomeCents !== undefined && expensesCents !== undefined;
  return {
    income,
    expenses,
    means: isWhole ? { incomeCents, expensesCents } : undefined,
    isScreened: screened?.incomeCents === incomeCents && screened?.expensesCents === expensesCents,
  };
}
