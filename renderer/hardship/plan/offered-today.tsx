import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanGround } from '#shared/contract/hardship-plans.ts';
import { showMoney } from '#shared/money/show-money.ts';
import classes from './builder.module.css';

/** What was offered in this case today, before a restart or by whoever had the case then, and is still what is open. */
export function OfferedToday({
  ground: { offers, openCents },
  onGoOn,
}: {
  ground: PlanGround;
  onGoOn: (offerId: string) => void;
}) {
  const { t } = useTranslation('planBuilder');
  const newest = offers.find(each => each.disclosure.amountFinancedCents === openCents);
  const first = newest?.disclosure.payments[0];
  if (!newest || !first) return null;
  const { payments } = newest.disclosure;
  return (
    <div className={classes.buttons}>
      <span>
        {t('offeredToday', { amount: showMoney(first.amountCents), count: payments.length })}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => onGoOn(newest.offerId)}>
        {t('goOn')}
      </Button>
    </div>
  );
}
