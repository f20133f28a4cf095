import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { sumCents } from '#shared/money/cents.ts';
import { amountText, showMoney } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { Panel } from '../kept/panels.ts';
import { usePayForm } from '../payment/use-pay-form.ts';
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
  onOpen,
}: {
  call: OpenCall;
  plan: AgreedPlan;
  onOpen: (panel: Panel) => void;
}) {
  const { t } = useTranslation('planChanges');
  const [, change] = usePayForm(call.callId);
  const { payoffCents } = plan.standing;
  function take() {
    const seen = call.attempts.at(-1)?.key;
    const parts = plan.openCharges.map(({ chargeId, openCents }) => [
      chargeId,
      amountText(openCents),
    ]);
    change({
      ledger: 'medical',
      choice: 'other',
      typed: amountText(payoffCents),
      split: 'by_hand',
      parts: Object.fromEntries(parts),
      ...(seen && { putAside: seen }),
    });
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
