import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showMoney } from '#shared/money/show-money.ts';
import type { ResultProps } from './attempt-result.tsx';
import classes from './result.module.css';
import { ResultHead } from './result-head.tsx';
import { SaveReceipt } from './save-receipt.tsx';

/** Charged and taken back. */
export function Voided({ attempt, onAnother }: ResultProps) {
  const { t } = useTranslation('payment');
  return (
    <section aria-label={t('result')}>
      <ResultHead
        attempt={attempt}
        title={t('voided')}
        tone="calm"
        sign={<IconArrowBackUp size={24} />}
      />
      <p className={classes.part}>{t('voidedWords', { amount: showMoney(attempt.amountCents) })}</p>
      <SaveReceipt attempt={attempt} />
      <div className={classes.actions}>
        <Button size="compact-sm" variant="subtle" data-focus-first onClick={onAnother}>
          {t('another')}
        </Button>
      </div>
    </section>
  );
}
