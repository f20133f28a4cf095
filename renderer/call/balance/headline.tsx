import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Cents, cents } from '#shared/money/cents.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { AgeingBar } from './ageing-bar.tsx';
import classes from './headline.module.css';
import type { KnownBalance } from './use-balance.ts';

/** The one amount, how much of it is late and since when, and its age as a bar. */
export function Headline({ summary }: Pick<KnownBalance, 'summary'>) {
  const { t } = useTranslation('balance');
  const { openCents, overdueCents, oldestOverdueDays, ageing } = summary;
  return (
    <div className={classes.headline}>
      <div className={classes.amounts}>
        <p className={classes.open}>
          <MoneyText amount={owedOrCredit(openCents)} size="large" />
          <span>{t(labelOf(openCents))}</span>
        </p>
        {overdueCents > 0 ? (
          <p className={classes.late}>
            <IconClockExclamation size={16} aria-hidden="true" />
            <span>
              {t('pastDue')} <strong>{<MoneyText amount={overdueCents} />}</strong>
            </span>
            <span className={classes.oldest}>{t('oldest', { count: oldestOverdueDays })}</span>
          </p>
        ) : (
          <p className={classes.onTime}>{t('nothingPastDue')}</p>
        )}
      </div>
      <AgeingBar ageing={ageing} />
    </div>
  );
}

function labelOf(openCents: Cents): 'due' | 'credit' | 'nothingDue' {
  if (openCents === 0) return 'nothingDue';
  return openCents > 0 ? 'due' : 'credit';
}

/** The word beside a credit says that it is one: the amount itself then needs no sign. */
function owedOrCredit(openCents: Cents): Cents {
  return cents(Math.abs(openCents));
}
