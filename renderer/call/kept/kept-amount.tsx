import { useTranslation } from 'react-i18next';
import type { Cents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { AmountBox } from '../payment/amount-box.tsx';
import { AmountPart } from '../payment/amount-part.tsx';
import type { ReadAmount } from '../payment/read-amount.ts';
import type { AmountForm } from './read-kept-amount.ts';

/** The amount that is to be noted, or the sentence about what is wrong with it. */
export function useAmountFault(
  form: AmountForm,
  amount: ReadAmount | undefined,
): { amountCents?: Cents; amountFault?: string } {
  const { t } = useTranslation('payment');
  if (amount) {
    const { amountCents, fault, overCents, mostCents } = amount;
    if (amountCents !== undefined) return { amountCents };
    const over = { over: showMoney(overCents), most: showMoney(mostCents) };
    if (fault === 'over_balance') return { amountFault: t('overBalance', over) };
    return { amountFault: t(`faults.${fault ?? 'empty'}`) };
  }
  const parsed = parseAmount(form.typed);
  return parsed.ok
    ? { amountCents: parsed.amountCents }
    : { amountFault: t(`faults.${parsed.fault}`) };
}

/** One of the usual amounts by key, or what is typed; only that while the balance is not known. */
export function KeptAmount({
  label,
  form,
  change,
  amount,
}: {
  label: string;
  form: AmountForm;
  change: (change: Partial<AmountForm>) => void;
  amount: ReadAmount | undefined;
}) {
  const { amountFault } = useAmountFault(form, amount);
  if (amount) return <AmountPart label={label} amount={amount} change={change} />;
  return (
    <AmountBox
      label={label}
      text={form.typed}
      fault={amountFault}
      onType={typed => change({ typed })}
    />
  );
}
