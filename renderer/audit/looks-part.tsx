import { useTranslation } from 'react-i18next';
import { whyLooked } from '#shared/access-review/why-looked.ts';
import type { PaymentLife } from '#shared/contract/payment-life.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { sayCode } from '#shared/words/say-code.ts';
import classes from './payment-pane.module.css';
import { showTaken, zoneOf } from './show-taken.ts';

/** Who looked at the payer's bill or payments since it was taken, the latest first. */
export function LooksPart({ looks, region }: { looks: PaymentLife['looks']; region: RegionCode }) {
  const { t } = useTranslation('paymentPage');
  return (
    <section aria-labelledby="life-looks" className={classes.part}>
      <h3 id="life-looks" className={classes.label}>
        {t('looks')}
      </h3>
      {looks.length === 0 && <p>{t('noLooks')}</p>}
      {looks.length > 0 && (
        <table className={classes.table} aria-labelledby="life-looks">
          <thead>
            <tr>
              <th scope="col">{t('whenIn', { zone: zoneOf(region) })}</th>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('how')}</th>
            </tr>
          </thead>
          <tbody>
            {looks.map(({ at, name, action, reason, onThisCall }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: looks are only ever added, and have no id of their own here
              <tr key={index}>
                <td className={classes.when}>{showTaken(at, region)}</td>
                <th scope="row">{name}</th>
                <td>
                  {[sayCode('looks', action), onThisCall && t('onThisCall')]
                    .filter(Boolean)
                    .join(', ')}
                  {whyLooked(reason) && <span className={classes.why}>{whyLooked(reason)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
