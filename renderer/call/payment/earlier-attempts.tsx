import { useTranslation } from 'react-i18next';
import { brandName } from '#shared/cards/brands.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { isOpen } from '#shared/payments/states.ts';
import classes from './earlier-attempts.module.css';
import { resultKind } from './result/result-kind.ts';
import { newestFirst } from './which-attempt.ts';

/** What was tried before on this call, in one line each, so that nobody tries it a second time unawares. */
export function EarlierAttempts({ attempts }: { attempts: readonly Attempt[] }) {
  const { t } = useTranslation(['payment', 'balance']);
  if (attempts.length === 0) return null;
  return (
    <section aria-labelledby="earlier-title" className={classes.earlier}>
      <h3 id="earlier-title" className={classes.title}>
        {t('attempts')}
      </h3>
      <ul>
        {newestFirst(attempts).map(({ key, amountCents, method, state, overriddenAt }) => (
          <li key={key} className={classes.attempt}>
            {t('attemptLine', {
              amount: showMoney(amountCents),
              method: t('cardEnding', { brand: brandName[method.brand], last4: method.last4 }),
              state: t(`balance:states.${state}`),
            })}
            {overriddenAt && resultKind(state) === 'approved' && <p>{t('overriddenCharged')}</p>}
            {overriddenAt && isOpen(state) && <p>{t('overriddenOpen')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
