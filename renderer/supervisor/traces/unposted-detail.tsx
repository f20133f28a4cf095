import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { UnpostedPayment } from '#shared/contract/traces.ts';
import { useMoment } from '../../parts/region-clock.tsx';
import classes from '../exceptions/outcome-detail.module.css';
import { CloseTrace } from './close-trace.tsx';

/** A payment that has not posted two business days after its day, or that is being traced. */
export function UnpostedDetail({
  payment,
  onClosed,
}: {
  payment: UnpostedPayment;
  onClosed: () => void;
}) {
  const { t, i18n } = useTranslation('afterPayment');
  const showMoment = useMoment();
  const { state, method, postingOn, businessDaysLate, confirmation, trace } = payment;
  // What was found stays to be read, though the trace is not open any more.
  const [traceId, follow] = useState(trace?.traceId ?? null);
  if (trace && trace.traceId !== traceId) follow(trace.traceId);
  return (
    <div className={classes.part}>
      <p>
        {t('unposted.of', { method: nameMethod(i18n, method), state: t(`states.${state}`) })}
        {confirmation && `, ${t('confirmation', { confirmation })}`}
        {businessDaysLate > 0 &&
          `, ${t('unposted.late', { count: businessDaysLate, on: sayDate('en', postingOn) })}`}
      </p>
      {trace && (
        <p className={classes.by}>
          {t('unposted.traced', { name: trace.openedByName, at: showMoment(trace.openedAt) })}
          {': '}
          {trace.note}
        </p>
      )}
      {traceId ? (
        <CloseTrace key={traceId} traceId={traceId} onClosed={onClosed} />
      ) : (
        <p className={classes.by}>{t('unposted.noTrace')}</p>
      )}
    </div>
  );
}
