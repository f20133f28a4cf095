import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import figures from '../figures-table.module.css';
import classes from './reconciliation.module.css';
import { sayMoment, useRowWords } from './say-row.ts';

/** Who closed a day and when, whether it is still what was signed, and what was said of its differences. */
export function ClosedNote({ day }: { day: ReconciledDay }) {
  const { t } = useTranslation('reconciliation');
  const words = useRowWords();
  const { closed, region } = day;
  if (!closed) return null;
  const of = (about: string) => {
    const row = day.rows.find(({ name }) => name === about);
    return row ? words.whole(row) : t('closed.ofOpen');
  };
  return (
    <section aria-labelledby="closed-title" className={classes.section}>
      <h2 id="closed-title" className={classes.subtitle}>
        {t('closed.title')}
      </h2>
      <p role="status">
        {t('closed.by', {
          name: closed.closedByName,
          at: sayMoment(region, closed.closedAt, day.today),
        })}
      </p>
      {closed.holds ? (
        <p className={classes.holds}>
          <IconCircleCheckFilled size={16} aria-hidden="true" />
          {t('closed.holds')}
        </p>
      ) : (
        <p role="alert" className={`${classes.holds} ${figures.stop}`}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          {t('closed.altered')}
        </p>
      )}
      <p className={classes.aside}>
        {t('closed.signature', { keyId: closed.keyId, hash: closed.hash.slice(0, 16) })}
      </p>
      {closed.notes.length > 0 && (
        <>
          <h3 className={classes.small}>{t('closed.notes')}</h3>
          <dl className={classes.notes}>
            {closed.notes.map(({ about, reason }) => (
              <div key={about}>
                <dt>{of(about)}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
