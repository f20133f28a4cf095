import { IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { SpokenWords } from '../../../parts/spoken-words.tsx';
import { useSpoken } from '../../../parts/use-spoken.ts';
import type { ResultProps } from './attempt-result.tsx';
import classes from './result.module.css';
import { ResultHead } from './result-head.tsx';
import { TakeCardAgain } from './take-card-again.tsx';

/** It is certain that nothing was charged: why, where it is known, what to say, and the card once more. */
export function NotCharged({ attempt, onTakeCard }: ResultProps) {
  const { t, i18n } = useTranslation(['payment', 'problems']);
  const { say } = useSpoken();
  const { amountCents, method, refusal } = attempt;
  const isDebit = method.kind === 'ach';
  return (
    <section aria-label={t('result')}>
      <ResultHead
        attempt={attempt}
        title={t('not_charged')}
        tone="calm"
        sign={<IconCircleX size={24} />}
      />
      <div className={classes.part}>
        <h4 className={classes.label}>{t('say')}</h4>
        <SpokenWords>{say(isDebit ? 'notDebited' : 'notCharged')}</SpokenWords>
      </div>
      <p className={classes.part}>
        {refusal
          ? t(`problems:${refusal}`)
          : t('notChargedWords', {
              amount: showMoney(amountCents),
              method: nameMethod(i18n, method),
            })}
      </p>
      <TakeCardAgain does={t(isDebit ? 'takeAccountAgain' : 'takeAgain')} onTakeCard={onTakeCard} />
    </section>
  );
}
