import { CalendarDate } from '#shared/calendar/dates.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { planLimits } from '#shared/plans/limits.ts';
import type { Affordable } from '#shared/plans/means.ts';
import { type PlanFault, planFault } from '#shared/plans/policy.ts';
import { PlanPace, type PlanWish } from '#shared/plans/wish.ts';
import type { BuilderForm } from './use-builder.ts';

/** Why there is no plan to reckon yet, each with one sentence of its own. */
export type WishFault = 'household' | 'nothing_left' | 'amount' | 'term' | 'day' | PlanFault;

export type ReadWish =
  | { readonly ok: true; readonly wish: PlanWish }
  | { readonly ok: false; readonly fault: WishFault };

function readPace(form: BuilderForm, affordable: Affordable | undefined): PlanPace | WishFault {
  switch (form.pace) {
    case 'afford':
      if (!affordable) return 'household';
      if (affordable.amountCents === 0) return 'nothing_left';
      return PlanPace.parse({ by: 'payment', payCents: affordable.amountCents });
    case 'payment': {
      const parsed = parseAmount(form.payment);
      if (!parsed.ok) return 'amount';
      return PlanPace.parse({ by: 'payment', payCents: parsed.amountCents });
    }
    case 'months': {
      const months = /^\d{1,4}$/.test(form.months.trim()) ? Number(form.months) : 0;
      const { from, to } = planLimits.months;
      return months >= from && months <= to ? { by: 'months', months } : 'term';
    }
  }
}

/** The plan that is asked for, or the first thing that keeps it from being reckoned. */
export function readWish(
  form: BuilderForm,
  affordable: Affordable | undefined,
  today: CalendarDate,
): ReadWish {
  const pace = readPace(form, affordable);
  if (typeof pace === 'string') return { ok: false, fault: pace };
  const firstDueOn = CalendarDate.safeParse(form.day).data;
  if (!firstDueOn) return { ok: false, fault: 'day' };
  const wish: PlanWish = { kind: 'hardship', pace, firstDueOn };
  const fault = planFault(wish, today);
  return fault ? { ok: false, fault } : { ok: true, wish };
}
