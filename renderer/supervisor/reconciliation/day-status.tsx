import { IconPlugConnectedX, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { AskNote } from '../../parts/ask-note.tsx';
import classes from './reconciliation.module.css';
import { sayMoment } from './say-row.ts';

/** How the day stands, in sentences: whether it agrees, whether it can be closed, and what is open. */
export function DayStatus({ day }: { day: ReconciledDay }) {
  const { t } = useTranslation('reconciliation');
  const { region, today, state, open, next, businessOn } = day;
  const until = sayMoment(region, day.until, today);
  const differing = day.rows.reduce((sum, row) => sum + row.differing, 0);
  const stands = {
    running: t('running', { until }),
    ended: next < businessOn ? t('outOfTurn', { day: sayDate('en', next, today) }) : t('ended'),
    closed: '',
  }[state];
  return (
    <>
      <p className={classes.status}>
        {day.processor === 'answered' &&
          (differing > 0 ? (
            <strong>{t('differs', { count: differing })}</strong>
          ) : (
            day.rows.length > 0 && t('agrees')
          ))}{' '}
        {stands}
      </p>
      <p className={`${classes.aside} ${classes.span}`}>
        {t('span', { from: sayMoment(region, day.from, today), until })}
      </p>
      {day.processor === 'silent' && <AskNote sign={IconPlugConnectedX}>{t('silent')}</AskNote>}
      {open.count > 0 && (
        <AskNote sign={IconQuestionMark}>
          {t('open', { count: open.count, amount: showMoney(open.cents) })}
        </AskNote>
      )}
    </>
  );
}
