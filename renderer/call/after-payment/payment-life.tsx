import { useTranslation } from 'react-i18next';
import { lifeEvents } from '#shared/billing/life-events.ts';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { showMoment } from '../../parts/show-time.ts';
import classes from './payment-dialog.module.css';

/** The life of a payment, from the key press to where it stands. */
export function PaymentLife({ history }: { history: PaymentHistory }) {
  const { t } = useTranslation('afterPayment');
  return (
    <section aria-labelledby="payment-life">
      <h3 id="payment-life" className={classes.label}>
        {t('life')}
      </h3>
      <ol className={classes.life}>
        {lifeEvents(t, history).map(({ id, at, what, why }) => (
          <li key={id} className={classes.event}>
            <p className={classes.what}>{what}</p>
            <p className={classes.when}>{showMoment(at)}</p>
            {why.map(each => (
              <p key={each} className={classes.why}>
                {each}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
