import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../parts/announce.tsx';
import { useLastCall } from '../wrap-up/use-wrap-up.ts';
import classes from './start-page.module.css';

/** What was kept of the call before, so that one can see that it was kept. */
export function LastCall() {
  const { t } = useTranslation(['call', 'wrapUp']);
  const [record] = useLastCall();
  const ended = record && t('wrapUp:ended', { reference: record.reference });
  useEffect(() => {
    if (ended) announce(ended);
  }, [ended]);
  if (!record) return null;
  return (
    <section aria-labelledby="last-call" className={classes.last}>
      <h2 id="last-call" className={classes.lastTitle}>
        {t('start.last', {
          reference: record.reference,
          disposition: t(`wrapUp:dispositions.${record.disposition}`),
        })}
      </h2>
      <p className={classes.lastWords}>{record.summary}</p>
    </section>
  );
}
