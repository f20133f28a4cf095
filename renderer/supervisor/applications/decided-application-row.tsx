import { useTranslation } from 'react-i18next';
import type { DecidedApplication } from '#shared/contract/application-decisions.ts';
import { showMoment } from '../../parts/show-time.ts';
import list from '../exceptions/outcome-list.module.css';
import classes from './applications.module.css';

/** What was decided: how much, whose, by whom and when, and where it is not as the rule said. */
export function DecidedApplicationRow({ decided }: { decided: DecidedApplication }) {
  const { t } = useTranslation(['decisions', 'application']);
  const { outcome, percent, proposedPercent, by, decidedAt, isAppeal, reason } = decided;
  const isOver = percent !== proposedPercent;
  return (
    <span className={list.cells}>
      <span className={classes.days}>{t(`outcome.${outcome}`, { percent: percent ?? 0 })}</span>
      <span className={list.who}>{decided.guarantorName}</span>
      <span className={classes.aside}>{decided.guarantorId}</span>
      <span className={list.about}>
        {t(isAppeal ? 'appealDecidedBy' : 'decidedBy', { name: by, at: showMoment(decidedAt) })}
        {isOver && (
          <>
            {' '}
            {proposedPercent === null
              ? t('application:decided.overrideNothing')
              : t('application:decided.override', { percent: proposedPercent })}
          </>
        )}
        {reason && ` ${t('application:because', { reason })}`}
      </span>
    </span>
  );
}
