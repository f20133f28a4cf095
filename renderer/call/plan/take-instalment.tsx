import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { Cents } from '#shared/money/cents.ts';
import { amountText, showMoney } from '#shared/money/show-money.ts';
import type { Panel } from '../kept/panels.ts';
import { usePayForm } from '../payment/use-pay-form.ts';
import classes from './plan.module.css';

/** Opens the payment with what is due of the plan. */
export function TakeInstalment({
  call,
  amountCents,
  isFirst,
  onOpen,
}: {
  call: OpenCall;
  amountCents: Cents;
  isFirst: boolean;
  onOpen: (panel: Panel) => void;
}) {
  const { t } = useTranslation('plan');
  const [, change] = usePayForm(call.callId);
  function take() {
    const typed = amountText(amountCents);
    const seen = call.attempts.at(-1)?.key;
    change({
      ledger: 'medical',
      choice: 'other',
      typed,
      split: 'oldest_first',
      parts: {},
      ...(seen && { putAside: seen }),
    });
    onOpen('pay');
  }
  return (
    <div className={classes.part}>
      <Button fullWidth data-focus-first onClick={take}>
        {t(isFirst ? 'takeFirst' : 'takeDue', { amount: showMoney(amountCents) })}
      </Button>
    </div>
  );
}
