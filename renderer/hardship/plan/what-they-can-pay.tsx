import { Button } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanGround } from '#shared/contract/hardship-plans.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { Affordable } from '#shared/plans/means.ts';
import { AskNote } from '../../parts/ask-note.tsx';
import classes from './builder.module.css';

/** What a month may cost and by which rule, or that assistance comes first; and where interest is forbidden. */
export function WhatTheyCanPay({
  affordable,
  ground: { qualifies, interestForbiddenBy },
  isApplied,
  passed,
  onPass,
}: {
  affordable: Affordable;
  ground: PlanGround;
  isApplied: boolean;
  passed: boolean;
  onPass: () => void;
}) {
  const { t } = useTranslation('planBuilder');
  const { amountCents, by, rule } = affordable;
  if (amountCents === 0) {
    return (
      <div>
        <AskNote sign={IconHeartHandshake}>
          {t('nothingLeft')} {!isApplied && t('nothingLeftInstead')}
        </AskNote>
        {!passed && (
          <Button size="compact-sm" variant="default" mt="xs" onClick={onPass}>
            {t('passed')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div>
      <p className={classes.amount}>{t('affordable', { amount: showMoney(amountCents) })}</p>
      <p className={classes.small}>{t(`by.${by}`, { rule })}</p>
      <p className={classes.small}>
        {qualifies === 'no'
          ? t('interest.no')
          : interestForbiddenBy && t(`interest.${qualifies}`, { law: interestForbiddenBy })}
      </p>
    </div>
  );
}
