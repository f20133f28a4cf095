import { useTranslation } from 'react-i18next';
import classes from './ach-exception-list.module.css';
import { AchExceptionRow } from './ach-exception-row.tsx';
import list from './outcome-list.module.css';
import { useAchExceptions } from './use-exceptions.ts';

/** What banks sent back or refused, and debits that could not be sent, each with what to do about it. */
export function AchExceptionList() {
  const { t } = useTranslation('exceptions');
  const { data, refetch } = useAchExceptions();
  if (!data) return null;
  return (
    <section aria-labelledby="ach-title" className={list.credits}>
      <h2 id="ach-title" className={list.title}>
        {t('ach')}
      </h2>
      {data.exceptions.length === 0 ? (
        <p className={list.none}>{t('noAch')}</p>
      ) : (
        <ul aria-label={t('achList')} className={list.list}>
          {data.exceptions.map(exception => (
            <li key={exception.id} className={classes.row}>
              <AchExceptionRow exception={exception} onResolved={() => void refetch()} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
