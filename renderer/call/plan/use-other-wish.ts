import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { PositiveCents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { planLimits } from '#shared/plans/limits.ts';
import { exceptionFault } from '#shared/plans/policy.ts';
import type { PlanPace, PlanWish } from '#shared/plans/wish.ts';

interface OtherForm {
  readonly by: PlanPace['by'];
  readonly months: string;
  readonly payment: string;
  readonly day: string;
}

function paceOf({ by, months, payment }: OtherForm): PlanPace | undefined {
  if (by === 'payment') {
    const parsed = parseAmount(payment);
    const pay = PositiveCents.safeParse(parsed.ok ? parsed.amountCents : 0);
    return pay.success ? { by, payCents: pay.data } : undefined;
  }
  const { from, to } = planLimits.months;
  const count = Number(months);
  const isTerm = Number.isInteger(count) && count >= from && count <= to;
  return isTerm ? { by, months: count } : undefined;
}

/** Other terms as they are entered, and what is wrong with them. */
export function useOtherWish(today: CalendarDate) {
  const { t } = useTranslation(['approvals', 'problems', 'payment']);
  const [form, keep] = useState<OtherForm>({ by: 'months', months: '', payment: '', day: '' });
  const pace = paceOf(form);
  const day = CalendarDate.safeParse(form.day).data;
  const wish: PlanWish | undefined =
    pace && day ? { kind: 'standard', pace, firstDueOn: day } : undefined;
  const fault = wish && exceptionFault(wish, today);
  const why =
    fault &&
    t(fault === 'needless' ? 'problems:plan_exception_needless' : `problems:plan_${fault}`);
  const isOfDay = fault === 'first_in_past' || fault === 'first_on_closed_day';
  const wrongPace =
    form.by === 'months'
      ? t('plan.monthsWrong', planLimits.months)
      : t('payment:faults.not_an_amount');
  return {
    form,
    change: (some: Partial<OtherForm>) => keep({ ...form, ...some }),
    wish: fault ? undefined : wish,
    paceFault: pace ? (isOfDay ? undefined : why) : wrongPace,
    dayFault: day ? (isOfDay ? why : undefined) : t('plan.firstMissing'),
  };
}
