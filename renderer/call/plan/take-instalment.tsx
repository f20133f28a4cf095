import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Balance } from '#shared/billing/balance.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { lastInstalmentCents } from '#shared/plans/last-instalment.ts';
import { useAskTo } from '../../desk/ask.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import type { Panel } from '../kept/panels.ts';
import { usePayForm } from '../payment/use-pay-form.ts';
import { payOfPlan } from './pay-of-plan.ts';
import classes from './plan.module.css';
import { useReadAgain } from './use-plans.ts';

/**
 * Opens the payment with what is due of the plan, or with its last payment where that is all that is left of it: its
 * interest is billed first, on whatever day it is paid.
 */
export function TakeInstalment({
  call,
  plan,
  balance,
  onOpen,
}: {
  call: OpenCall;
  plan: AgreedPlan;
  balance: Balance;
  onOpen: (panel: Panel) => void;
}) {
  const { t } = useTranslation('plan');
  const [, change] = usePayForm(call.callId);
  const bill = useAskTo('plans.billLast');
  const readAgain = useReadAgain(call);
  const { standing, disclosure, planId } = plan;
  const lastCents = lastInstalmentCents(standing);
  const dueCents = standing.pastDueCents;
  const amountCents = dueCents > 0 ? dueCents : lastCents;
  if (amountCents === null) return null;
  const isFirst = standing.payoffCents === disclosure.amountFinancedCents;
  const due = isFirst ? 'takeFirst' : 'takeDue';
  const name = dueCents > 0 ? due : 'takeLast';

  function open(billed: AgreedPlan, cents = amountCents) {
    const seen = call.attempts.at(-1)?.key;
    if (cents !== null)
      change({ ...payOfPlan(billed, cents, balance), ...(seen && { putAside: seen }) });
    onOpen('pay');
  }
  function take() {
    if (lastCents === null) return open(plan);
    bill.mutate(
      { planId },
      {
        onSuccess(billed) {
          readAgain();
          open(billed, lastInstalmentCents(billed.standing));
        },
      },
    );
  }
  return (
    <div className={classes.part}>
      <RefusedNote refused={bill.error} />
      <Button
        fullWidth
        loading={bill.isPending}
        variant={dueCents > 0 ? 'filled' : 'default'}
        {...(dueCents > 0 && { 'data-focus-first': true })}
        onClick={take}
      >
        {t(name, { amount: showMoney(amountCents) })}
      </Button>
    </div>
  );
}
