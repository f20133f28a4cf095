import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { isOpen } from '#shared/payments/states.ts';
import classes from './earlier-attempts.module.css';
import { resultKind } from './result/result-kind.ts';

/** One attempt in a line; beside an overridden one, what its outcome means for the one that followed. */
export function AttemptLine({ attempt }: { attempt: Attempt }) {
  const { t, i18n } = useTranslation(['payment', 'balance']);
  const { amountCents, method, state, overriddenAt } = attempt;
  return (
    <>
      <p className={classes.attempt}>
        {t('attemptLine', {
          amount: showMoney(amountCents),
          method: nameMethod(i18n, method),
          state: t(`balance:states.${state}`),
        })}
      </p>
      {overriddenAt && isOpen(state) && <p>{t('overriddenOpen')}</p>}
      {overriddenAt && resultKind(state) === 'approved' && <p>{t('overriddenCharged')}</p>}
    </>
  );
}
