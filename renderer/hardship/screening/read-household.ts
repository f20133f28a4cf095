import type { Income } from '#shared/assistance/income.ts';
import { householdLimits } from '#shared/assistance/poverty-guideline.ts';
import {
  type ConfirmedIncomes,
  stillToConfirm,
  type ToldHousehold,
} from '#shared/assistance/told-household.ts';
import type { HouseholdForm, Told } from './household-form.ts';
import { readSaidAmount } from './read-said-amount.ts';

export interface ReadHousehold {
  /** What stands against keeping it; undefined where nothing does. */
  readonly fault: 'people' | 'incomes' | 'expenses' | 'confirm' | undefined;
  /** As far as it can be read: what is wrong counts as not asked. Undefined without a number of people. */
  readonly said: ToldHousehold | undefined;
  readonly confirmed: ConfirmedIncomes;
  /** What is to be asked back, by place. */
  readonly toConfirm: { readonly rows: readonly number[]; readonly none: boolean };
}

const answerOf: Readonly<Record<Told, boolean | null>> = { unasked: null, yes: true, no: false };

/** The number of people that was typed; undefined where it is none that a household has. */
export function readPeople(typed: string): number | undefined {
  const { from, to } = householdLimits;
  const people = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return people >= from && people <= to ? people : undefined;
}

/** The rows as they can be counted; null while nothing is said, or where one of them cannot be read. */
function readIncomes({ rows, hasNone }: HouseholdForm): Income[] | null {
  if (hasNone) return [];
  if (rows.length === 0) return null;
  const read = rows.flatMap(({ source, period, typed }) => {
    const amount = readSaidAmount(typed);
    return amount.state === 'said' ? [{ source, period, amountCents: amount.amountCents }] : [];
  });
  return read.length === rows.length ? read : null;
}

/** Reads what was typed: for the answers as it goes on, and for keeping it once nothing stands against it. */
export function readHousehold(form: HouseholdForm): ReadHousehold {
  const people = readPeople(form.people);
  const incomes = readIncomes(form);
  const expenses = [form.medicalExpenses, form.essentialExpenses].map(readSaidAmount);
  const [medical, essential] = expenses.map(each =>
    each.state === 'said' ? each.amountCents : null,
  );
  const confirmed = {
    rows: incomes ? form.rows.flatMap((row, at) => (row.isConfirmed ? [at] : [])) : [],
    none: form.isNoneConfirmed,
  };
  const counted = form.hasNone ? { ...confirmed, rows: [] } : confirmed;
  const toConfirm = stillToConfirm(incomes, counted);
  const said = people !== undefined && {
    ...{ people, state: form.state, incomes },
    medicalExpensesCents: medical ?? null,
    essentialExpensesCentsAMonth: essential ?? null,
    coverageOffered: answerOf[form.coverage],
    needsPrescriptions: answerOf[form.prescriptions],
  };
  const fault = () => {
    if (!said) return 'people';
    if (incomes === null && form.rows.length > 0) return 'incomes';
    if (expenses.some(each => each.state === 'wrong')) return 'expenses';
    return toConfirm.rows.length > 0 || toConfirm.none ? 'confirm' : undefined;
  };
  return { fault: fault(), said: said || undefined, confirmed: counted, toConfirm };
}
