import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { moveAmongRows } from '../../parts/move-among-rows.ts';
import { PaymentDialog } from '../after-payment/payment-dialog.tsx';
import classes from './lines.module.css';
import { Part } from './part.tsx';
import { shortDate } from './short-date.ts';
import type { KnownBalance } from './use-balance.ts';

const SHOWN_AT_FIRST = 4;

/** The newest payments, whatever became of them. */
export function RecentPayments({ balance, today }: Pick<KnownBalance, 'balance' | 'today'>) {
  const { t, i18n } = useTranslation(['balance', 'afterPayment']);
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<AttemptKey>();
  const { payments, guarantor } = balance;
  const newestFirst = payments.toSorted((left, right) => right.takenAt.localeCompare(left.takenAt));
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN_AT_FIRST);
  if (payments.length === 0) {
    return (
      <Part title={t('recent')}>
        <p className={classes.nothing}>{t('noPayments')}</p>
      </Part>
    );
  }
  return (
    <Part title={t('recent')}>
      <div className={classes.lines}>
        <table className={classes.table} aria-label={t('recent')}>
          <thead>
            <tr className={classes.columns}>
              <th scope="col">{t('takenOn')}</th>
              <th scope="col" className={classes.method}>
                {t('method')}
              </th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('amount')}</th>
            </tr>
          </thead>
          <tbody onKeyDown={moveAmongRows}>
            {shown.map(({ key, takenAt, method, state, amountCents }) => (
              <tr key={key} className={classes.line}>
                <td>{shortDate(dateIn(guarantor.timeZone, takenAt), today)}</td>
                <td>
                  <button
                    type="button"
                    className={classes.toggle}
                    aria-haspopup="dialog"
                    aria-label={t('afterPayment:open', {
                      amount: showMoney(amountCents),
                      method: nameMethod(i18n, method),
                      state: t(`states.${state}`),
                    })}
                    onClick={() => setOpened(key)}
                  >
                    <IconChevronRight size={14} aria-hidden="true" className={classes.chevron} />
                    <span className={classes.what}>{nameMethod(i18n, method)}</span>
                  </button>
                </td>
                <td>{t(`states.${state}`)}</td>
                <td>
                  <MoneyText amount={amountCents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {payments.length > SHOWN_AT_FIRST && (
          <div className={classes.more}>
            <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t('showFewerPayments') : t('showAllPayments', { count: payments.length })}
            </button>
          </div>
        )}
      </div>
      {opened && <PaymentDialog paymentKey={opened} onClose={() => setOpened(undefined)} />}
    </Part>
  );
}
