import { Button } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { periodToAskBack, yearlyIncomeCents } from '#shared/assistance/income.ts';
import { cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { AskNote } from '../../parts/ask-note.tsx';
import type { IncomeRow } from './household-form.ts';
import { readSaidAmount } from './read-said-amount.ts';
import classes from './screening.module.css';

/** An income that sounds like another period's: corrected, or said again. */
export function AskBackRow({
  row,
  isAsked,
  change,
}: {
  row: IncomeRow;
  isAsked: boolean;
  change: (changed: Partial<IncomeRow>) => void;
}) {
  const { t } = useTranslation('screening');
  const amount = readSaidAmount(row.typed);
  if (amount.state !== 'said') return null;
  const { amountCents } = amount;
  const income = { source: row.source, period: row.period, amountCents };
  const meant = periodToAskBack(income);
  if (!meant) return null;
  const period = t(`periods.${row.period}`);
  if (!isAsked) return <p className={classes.confirmed}>{t('askBack.confirmed')}</p>;
  return (
    <AskNote sign={IconMessageQuestion}>
      {t('askBack.row', {
        amount: showMoney(amountCents),
        yearly: showMoney(cents(yearlyIncomeCents([income]))),
        meant: t(`periods.${meant}`),
        period,
      })}
      <span className={classes.askBack}>
        <Button size="compact-sm" onClick={() => change({ period: meant })}>
          {t('askBack.correct', { meant: t(`periods.${meant}`) })}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => change({ isConfirmed: true })}>
          {t('askBack.confirm', { period })}
        </Button>
      </span>
    </AskNote>
  );
}

/** A household without any income is asked once more. */
export function AskBackNone({
  isAsked,
  isConfirmed,
  onConfirm,
}: {
  isAsked: boolean;
  isConfirmed: boolean;
  onConfirm: () => void;
}) {
  const { t } = useTranslation('screening');
  if (!isAsked) {
    return isConfirmed ? <p className={classes.confirmed}>{t('askBack.confirmed')}</p> : null;
  }
  return (
    <AskNote sign={IconMessageQuestion}>
      {t('askBack.none')}
      <span className={classes.askBack}>
        <Button size="compact-sm" onClick={onConfirm}>
          {t('askBack.confirmNone')}
        </Button>
      </span>
    </AskNote>
  );
}
