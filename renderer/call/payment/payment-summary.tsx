import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import classes from './payment-summary.module.css';
import type { ReadAmount } from './read-amount.ts';
import type { ReadSplit } from './read-split.ts';
import { SplitLines } from './split-lines.tsx';

/** The amount and what it pays, settled, while the card is taken and the payment read back. */
export function PaymentSummary({
  amount,
  split,
  today,
}: {
  amount: ReadAmount;
  split: ReadSplit;
  today: CalendarDate;
}) {
  const { t } = useTranslation('payment');
  const { amountCents, choice, ledger, ledgerOpen } = amount;
  if (amountCents === undefined) return null;
  const what = [
    ...(choice === 'other' ? [] : [t(`choices.${choice}`)]),
    ...(ledgerOpen ? [t(`ledgers.${ledger}`)] : []),
  ];
  return (
    <>
      <p className={classes.amount}>
        <MoneyText amount={amountCents} size="large" />
        <span className={classes.choice}>{what.join(' · ')}</span>
      </p>
      <SplitLines split={split} today={today} />
    </>
  );
}
