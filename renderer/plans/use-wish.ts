import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PositiveCents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { PauseReason, PlanChangeKind, PlanChangeWish } from '#shared/plans/change.ts';

/** What was entered of a change so far. */
export interface WishForm {
  readonly by: 'months' | 'payment';
  readonly months: string;
  readonly payment: string;
  readonly isHardship: boolean;
  readonly adds: boolean;
  readonly pause: number;
  readonly reason: PauseReason;
}

function paceOf({ by, months, payment }: WishForm) {
  if (by === 'months') {
    const number = Number(months);
    const isTerm = Number.isInteger(number) && number >= 2 && number <= 120;
    return isTerm ? ({ by, months: number } as const) : undefined;
  }
  const parsed = parseAmount(payment);
  const pay = PositiveCents.safeParse(parsed.ok ? parsed.amountCents : 0);
  return pay.success ? ({ by, payCents: pay.data } as const) : undefined;
}

/** What somebody wants done with a plan, and what is missing of it. */
export function useWish(kind: PlanChangeKind, plan: AgreedPlan) {
  const { t } = useTranslation('planChanges');
  const [form, keep] = useState<WishForm>({
    by: 'months',
    months: String(Math.max(2, plan.standing.coming.length)),
    payment: '',
    isHardship: plan.wish.kind === 'hardship',
    adds: false,
    pause: 1,
    reason: 'income_lost',
  });
  const pace = paceOf(form);
  const planKind = form.isHardship ? 'hardship' : 'standard';
  function wish(): PlanChangeWish | undefined {
    if (kind === 'recast')
      return pace && { kind, pace, planKind, ...(form.adds && { adds: true }) };
    if (kind === 'pause') return { kind, months: form.pause, reason: form.reason };
    return { kind };
  }
  return {
    form,
    change: (change: Partial<WishForm>) => keep({ ...form, ...change }),
    wish: wish(),
    fault:
      kind === 'recast' && !pace
        ? t(form.by === 'months' ? 'needs.months' : 'needs.amount')
        : undefined,
  };
}
