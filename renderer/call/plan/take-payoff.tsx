import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Balance } from '#shared/billing/balance.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { sumCents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { Panel } from '../kept/panels.ts';
import { usePayForm } from '../payment/use-pay-form.ts';
import { payOfPlan } from './pay-of-plan.ts';
import classes from './plan.module.css';

/** Whether a plan was asked to be paid off today, with everything it earned billed, so that its charges pay it off. */
export function isToBePaidOff(plan: AgreedPlan, today: CalendarDate): boolean {
  const asked = plan.happenings.some(each => each.kind === 'payoff_asked' && each.on === today);
  const openCents = sumCents(plan.openCharges.map(each => each.openCents));
  return asked && openCents === plan.standing.payoffCents;
}

/** Opens the payment with everything that is open of the plan's charges, and of no other. */
export function TakePayoff({
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
  const { t } = useTranslation('planChanges');
  const [, change] = usePayForm(call.callId);
  const { payoffCents } = plan.standing;
  function take() {
    const seen = call.attempts.at(-1)?.key;
    change({ ...payOfPlan(plan, payoffCents, balance), ...(seen && { putAside: seen }) });
    onOpen('pay');
  }
  return (
    <div className={classes.part}>
      <Button fullWidth data-focus-first onClick={take}>
        {t('take', { amount: showMoney(payoffCents) })}
      </Button>
    </div>
  );
}
