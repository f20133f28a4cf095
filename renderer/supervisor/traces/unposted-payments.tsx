import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { UnpostedPayment } from '#shared/contract/traces.ts';
import { showMoment } from '../../parts/show-time.ts';
import { DecidedList } from '../decisions/decided-list.tsx';
import { DecidedRow } from '../decisions/decided-row.tsx';
import classes from '../decisions/decisions.module.css';
import { useListed } from '../decisions/use-listed.ts';
import { CloseTrace } from './close-trace.tsx';

/** Payments that have not posted two business days after their day, and every one that is being traced. */
export function UnpostedPayments() {
  const { t } = useTranslation('afterPayment');
  const { data, refetch } = useListed('payments.unposted');
  if (!data) return null;
  return (
    <DecidedList
      title={t('unposted.title')}
      label={t('unposted.list')}
      none={t('unposted.none')}
      items={data.payments}
      idOf={({ key }) => key}
      row={payment => <Row payment={payment} />}
      form={({ trace }) =>
        trace ? (
          <CloseTrace traceId={trace.traceId} onClosed={() => void refetch()} />
        ) : (
          <p className={classes.form}>{t('unposted.noTrace')}</p>
        )
      }
    />
  );
}

function Row({ payment }: { payment: UnpostedPayment }) {
  const { t, i18n } = useTranslation('afterPayment');
  const { state, method, postingOn, businessDaysLate, confirmation, trace } = payment;
  return (
    <DecidedRow {...payment}>
      {t('unposted.of', { method: nameMethod(i18n, method), state: t(`states.${state}`) })}
      {confirmation && `, ${t('confirmation', { confirmation })}`}
      {businessDaysLate > 0 &&
        `, ${t('unposted.late', { count: businessDaysLate, on: sayDate('en', postingOn) })}`}
      {trace && (
        <>
          <br />
          {t('unposted.traced', { name: trace.openedByName, at: showMoment(trace.openedAt) })}
          {': '}
          {trace.note}
        </>
      )}
    </DecidedRow>
  );
}
