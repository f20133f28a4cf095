import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { UnappliedCredit } from '#shared/contract/exceptions.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { showMomentIn } from '../../parts/region-clock.tsx';
import classes from './outcome-list.module.css';
import { useUnappliedCredits } from './use-exceptions.ts';

/** What was paid beyond what was open: the patients' money, to be given back. */
export function CreditList() {
  const { t } = useTranslation('exceptions');
  const { data } = useUnappliedCredits();
  if (!data) return null;
  return (
    <section aria-labelledby="credits-title" className={classes.credits}>
      <h2 id="credits-title" className={classes.title}>
        {t('credits')}
      </h2>
      {data.credits.length === 0 ? (
        <p className={classes.none}>{t('noCredits')}</p>
      ) : (
        <ul aria-label={t('creditsList')} className={classes.list}>
          {data.credits.map(credit => (
            <li key={credit.key} className={classes.credit}>
              <Credit credit={credit} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Credit({ credit }: { credit: UnappliedCredit }) {
  const { t, i18n } = useTranslation('exceptions');
  const { creditCents, amountCents, method, guarantorName, guarantorId, takenAt } = credit;
  const at = showMomentIn(credit.region, takenAt);
  return (
    <span className={classes.cells}>
      <span className={classes.amount}>
        <MoneyText amount={creditCents} />
      </span>
      <span className={classes.who}>{guarantorName}</span>
      <span className={classes.id}>{t('guarantor', { id: guarantorId })}</span>
      <span className={classes.about}>
        {t('creditOf', {
          amount: showMoney(amountCents),
          method: nameMethod(i18n, method),
        })}
        {', '}
        {credit.confirmation === null
          ? t('creditArrived', { at })
          : t('creditTaken', { at, confirmation: credit.confirmation })}
      </span>
    </span>
  );
}
