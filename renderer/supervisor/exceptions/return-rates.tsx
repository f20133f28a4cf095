import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { CompanyReturns } from '#shared/contract/return-rates.ts';
import list from './outcome-list.module.css';
import classes from './return-rates.module.css';
import { useReturnRates } from './use-exceptions.ts';

/** How many debits come back for each company that sends them, and whether the bank will ask why. */
export function ReturnRates() {
  const { t } = useTranslation('exceptions');
  const { data } = useReturnRates();
  if (!data) return null;
  return (
    <section aria-labelledby="rates-title" className={list.credits}>
      <h2 id="rates-title" className={list.title}>
        {t('rates')}
      </h2>
      <ul aria-label={t('ratesList')} className={list.list}>
        {data.companies.map(company => (
          <li key={`${company.odfiRouting} ${company.companyId}`} className={list.credit}>
            <OfCompany company={company} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const share = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 2,
});

function OfCompany({ company }: { company: CompanyReturns }) {
  const { t } = useTranslation('exceptions');
  const { companyName, bankName, companyId, sent, from, to, rates } = company;
  const span = { count: sent, from: sayDate('en', from, to), to: sayDate('en', to) };
  const isIdle = sent === 0 && rates.every(({ returned }) => returned === 0);
  return (
    <>
      <p className={classes.company}>
        {t('ratesOf', { company: companyName, bank: bankName, id: companyId })}
      </p>
      <p className={classes.span}>{isIdle ? t('ratesNone') : t('ratesSpan', span)}</p>
      {!isIdle && (
        <dl className={classes.rates}>
          {rates.map(({ kind, returned, basisPoints, judgement }) => (
            <div key={kind} className={classes.rate}>
              <dt>{t(`rateKind.${kind}`)}</dt>
              <dd className={classes.share}>{sent > 0 ? share.format(returned / sent) : ''}</dd>
              <dd className={classes.small}>{t('rateOf', { returned, sent })}</dd>
              <dd className={classes.small}>
                {t('rateAllowed', { share: share.format(basisPoints / 10_000) })}
              </dd>
              <dd className={classes.judgement} data-judgement={judgement}>
                {t(`rateJudgement.${judgement}`)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
