import { SegmentedControl } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showMoney } from '#shared/money/show-money.ts';
import { AmountBox } from './amount-box.tsx';
import { AmountChoices } from './amount-choices.tsx';
import classes from './amount-part.module.css';
import type { AmountChoice, PayForm } from './pay-form.ts';
import type { ReadAmount } from './read-amount.ts';

type ChangeAmount = (
  change: Partial<Pick<PayForm, 'ledger' | 'choice' | 'typed' | 'parts'>>,
) => void;

/** How much: one of the usual amounts by key, or what is typed. Care and premium are paid apart. */
export function AmountPart({
  amount,
  change,
  label,
}: {
  amount: ReadAmount;
  change: ChangeAmount;
  /** What the amount is for, where it is not paid here and now. */
  label?: string;
}) {
  const { t } = useTranslation('payment');
  const part = useRef<HTMLDivElement>(null);
  const { ledger, ledgerOpen, choices, choice, text, fault, mostCents, overCents } = amount;

  function choose(next: AmountChoice) {
    if (next !== 'other') return change({ choice: next });
    change({ choice: next, typed: choice === 'other' ? text : '' });
    const box = part.current?.querySelector<HTMLInputElement>('input[data-focus-first]');
    box?.focus();
  }

  return (
    <div ref={part} className={classes.amount}>
      {ledgerOpen && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('ledger')}
          value={ledger}
          onChange={value =>
            change({ ledger: value === 'premium' ? 'premium' : 'medical', choice: null, parts: {} })
          }
          data={[
            { value: 'medical', label: t('ledgers.medical') },
            { value: 'premium', label: t('ledgers.premium') },
          ]}
        />
      )}
      <AmountChoices choices={choices} choice={choice} choose={choose} />
      <AmountBox
        label={label ?? t('typed')}
        text={text}
        fault={
          fault === 'over_balance'
            ? t('overBalance', { over: showMoney(overCents), most: showMoney(mostCents) })
            : fault && t(`faults.${fault}`)
        }
        onType={typed => change({ choice: 'other', typed })}
      />
    </div>
  );
}
