import { IconCreditCardOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SpokenWords } from '../../../parts/spoken-words.tsx';
import { useSpoken } from '../../../parts/use-spoken.ts';
import { afterDecline } from '../which-attempt.ts';
import type { ResultProps } from './attempt-result.tsx';
import classes from './result.module.css';
import { ResultHead } from './result-head.tsx';
import { TakeCardAgain } from './take-card-again.tsx';

const advice = {
  try_again: 'declinedSoft',
  other_card: 'declinedHard',
  too_often: 'declinedTooOften',
} as const;

/** The bank said no: what to say, whether the same card may be tried, and why for the representative alone. */
export function Declined({ attempt, call, onTakeCard }: ResultProps) {
  const { t } = useTranslation('payment');
  const { say } = useSpoken();
  const after = afterDecline(call.attempts, attempt);
  return (
    <section aria-label={t('result')}>
      <ResultHead
        attempt={attempt}
        title={t('declined')}
        tone="stop"
        sign={<IconCreditCardOff size={24} />}
      />
      <div className={classes.part}>
        <h4 className={classes.label}>{t('say')}</h4>
        <SpokenWords>{say('declined')}</SpokenWords>
      </div>
      <p className={classes.part}>{t(advice[after])}</p>
      {attempt.decline && (
        <div className={classes.part}>
          <h4 className={classes.label}>{t('forYou')}</h4>
          <p>{t('discreet', { why: t(`declines.${attempt.decline}`) })}</p>
        </div>
      )}
      <TakeCardAgain
        does={t(after === 'try_again' ? 'takeAgain' : 'otherCard')}
        onTakeCard={onTakeCard}
      />
    </section>
  );
}
