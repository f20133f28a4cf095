import { useTranslation } from 'react-i18next';
import type { Ageing } from '#shared/balance/ageing.ts';
import { showMoney } from '#shared/money/show-money.ts';
import classes from './ageing-bar.module.css';
import { ageingShares } from './ageing-shares.ts';

/** How old the balance is: one bar, and a legend that says the same in words, so that colour only helps. */
export function AgeingBar({ ageing }: { ageing: Ageing }) {
  const { t } = useTranslation('balance');
  const shares = ageingShares(ageing);
  return (
    <div>
      <div className={classes.bar} aria-hidden="true">
        {shares
          .filter(share => share.perMille > 0)
          .map(({ bucket, perMille }) => (
            <span
              key={bucket}
              className={classes.part}
              data-bucket={bucket}
              style={{ flexGrow: perMille }}
            />
          ))}
      </div>
      <dl className={classes.legend} aria-label={t('ageing')}>
        {shares.map(({ bucket, amountCents }) => (
          <div key={bucket} data-nothing={amountCents === 0}>
            <dt>
              <span className={classes.swatch} data-bucket={bucket} aria-hidden="true" />
              {t(`buckets.${bucket}`)}
            </dt>
            <dd>{showMoney(amountCents)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
