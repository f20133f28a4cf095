import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { FollowUp } from '#shared/contract/follow-ups.ts';
import { MoneyText } from '../parts/money-text.tsx';
import { showMoment } from '../parts/show-time.ts';
import classes from './worklist.module.css';
import { WorklistActions } from './worklist-actions.tsx';

/** One debit: of whom, what came back, what to do and by when, and who is at it. */
export function WorklistItem({ item }: { item: FollowUp }) {
  const { t, i18n } = useTranslation('worklist');
  const { kind, code, reason, toDo, openedAt, dueOn, isOverdue, payment, patientNames } = item;
  const names = patientNames.join(', ');
  const date = sayDate('en', dueOn, dateIn('UTC', openedAt));
  const what = t(`kind.${kind}`, { code: code ?? '', reason });
  const { confirmation } = payment;
  const taken = { method: nameMethod(i18n, payment.method), at: showMoment(payment.takenAt) };
  return (
    <li className={classes.item}>
      <p className={classes.amount}>
        <MoneyText amount={payment.amountCents} />
      </p>
      <div className={classes.facts}>
        <p className={classes.who}>
          <strong>{item.guarantorName}</strong>
          <span className={classes.small}>
            {[names && t('careOf', { names }), t('guarantor', { id: item.guarantorId })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        <p>{t('since', { what, at: showMoment(openedAt) })}</p>
        <p className={classes.payment}>
          {t('payment', taken)}
          {confirmation && (
            <>
              {', '}
              <span className={classes.whole}>{t('confirmation', { confirmation })}</span>
            </>
          )}
        </p>
        <p className={classes.toDo}>{t(kind === 'notice' ? 'toDo.notice' : `toDo.${toDo}`)}</p>
      </div>
      <p className={classes.due} data-overdue={isOverdue || undefined}>
        {t(isOverdue ? 'overdueSince' : 'due', { date })}
      </p>
      <WorklistActions item={item} />
    </li>
  );
}
