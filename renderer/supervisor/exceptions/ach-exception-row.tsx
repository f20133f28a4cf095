import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { AchException, AchExceptionKind } from '#shared/contract/ach-exceptions.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { showMoment } from '../../parts/show-time.ts';
import classes from './ach-exception-list.module.css';
import list from './outcome-list.module.css';
import { ResolveForm } from './resolve-form.tsx';

/** What stands in the place of a name. */
const nameless: Partial<Record<AchExceptionKind, 'achFile' | 'achCompany'>> = {
  refused_file: 'achFile',
  return_rate: 'achCompany',
};

/** One return, notice, unsent debit or refused file: whose, why, what to do, and that it was done. */
export function AchExceptionRow({
  exception,
  onResolved,
}: {
  exception: AchException;
  onResolved: () => void;
}) {
  const { t } = useTranslation('exceptions');
  const [open, setOpen] = useState(false);
  const { id, kind, code, reason, toDo, openedAt, payment, retryOn, followUp } = exception;
  const what = t(`achKind.${kind}`, { code: code ?? '' });
  const name = payment?.guarantorName ?? t(nameless[kind] ?? 'achRefund');
  return (
    <>
      <span className={list.cells}>
        <span className={list.amount}>{payment && <MoneyText amount={payment.amountCents} />}</span>
        <span className={list.who}>{name}</span>
        <span className={classes.kind}>{what}</span>
        <span className={list.about}>
          {reason}, {showMoment(openedAt)}
        </span>
        {payment && <Taken payment={payment} />}
        <span className={classes.toDo}>
          {t(`toDo.${toDo}`)}
          {retryOn && ` ${t('achRetryOn', { date: sayDate('en', retryOn) })}`}
        </span>
        <FollowedUp followUp={followUp} />
      </span>
      {open ? (
        <ResolveForm id={id} onResolved={onResolved} onLeave={() => setOpen(false)} />
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.resolve}
          aria-label={t('resolveIt', { what, name })}
          onClick={() => setOpen(true)}
        >
          {t('resolve')}
        </Button>
      )}
    </>
  );
}

/** How far a representative is with it. */
function FollowedUp({ followUp }: Pick<AchException, 'followUp'>) {
  const { t } = useTranslation(['exceptions', 'worklist']);
  if (!followUp) return null;
  const { takenByName, doneByName, outcome, note } = followUp;
  const said = outcome && t(`worklist:outcomes.${outcome}`);
  return (
    <span className={list.about}>
      {said
        ? t('achDone', { name: doneByName ?? '', outcome: said, note: note ?? '' })
        : takenByName
          ? t('achTaken', { name: takenByName })
          : t('achWaits')}
    </span>
  );
}

function Taken({ payment }: { payment: NonNullable<AchException['payment']> }) {
  const { t, i18n } = useTranslation('exceptions');
  const about = { method: nameMethod(i18n, payment.method), at: showMoment(payment.takenAt) };
  const { takenByName } = payment;
  return (
    <span className={list.about}>
      {takenByName ? t('achPayment', { ...about, name: takenByName }) : t('achRun', about)}
      {', '}
      {t('guarantor', { id: payment.guarantorId })}
    </span>
  );
}
