import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { RefundKey } from '#shared/billing/refund.ts';
import type { WaitingRefund } from '#shared/contract/after-payment.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { moveAmongRows } from '../../parts/move-among-rows.ts';
import { showMoment } from '../../parts/show-time.ts';
import classes from '../exceptions/outcome-list.module.css';
import { DecideRefund } from './decide-refund.tsx';

/** Other desks ask and other supervisors decide; nobody tells this desk of it. */
const READ_AGAIN_MS = 5_000;

/** Refunds that wait for a second person. Arrow keys move, Enter opens one to be decided. */
export function WaitingRefunds() {
  const { t } = useTranslation('afterPayment');
  const { data, refetch } = useQuery<CallOutput<'refunds.waiting'>, Refused>({
    queryKey: ['refunds.waiting', null],
    queryFn: () => ask('refunds.waiting', null),
    refetchInterval: READ_AGAIN_MS,
  });
  const [open, setOpen] = useState<WaitingRefund>();
  if (!data) return null;
  const isOpen = (key: RefundKey) => open?.refundKey === key;
  // One that somebody is deciding here stays until they turn to another.
  const gone = open && !data.refunds.some(each => isOpen(each.refundKey));
  const shown = gone ? [open, ...data.refunds] : data.refunds;
  return (
    <section aria-labelledby="refunds-title" className={classes.credits}>
      <h2 id="refunds-title" className={classes.title}>
        {t('waiting.title')}
      </h2>
      {shown.length === 0 ? (
        <p className={classes.none}>{t('waiting.none')}</p>
      ) : (
        <ul aria-label={t('waiting.list')} className={classes.list} onKeyDown={moveAmongRows}>
          {shown.map(refund => (
            <li key={refund.refundKey}>
              <UnstyledButton
                className={classes.row}
                aria-expanded={isOpen(refund.refundKey)}
                onClick={() => setOpen(isOpen(refund.refundKey) ? undefined : refund)}
              >
                <Row refund={refund} />
              </UnstyledButton>
              {isOpen(refund.refundKey) && (
                <DecideRefund refund={refund} onDecided={() => void refetch()} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ refund }: { refund: WaitingRefund }) {
  const { t, i18n } = useTranslation(['afterPayment', 'exceptions']);
  const { amountCents, paidCents, method, guarantorName, guarantorId, askedByName, askedAt } =
    refund;
  return (
    <span className={classes.cells}>
      <span className={classes.amount}>
        <MoneyText amount={amountCents} />
      </span>
      <span className={classes.who}>{guarantorName}</span>
      <span className={classes.id}>{t('exceptions:guarantor', { id: guarantorId })}</span>
      <span className={classes.about}>
        {t('waiting.of', { amount: showMoney(paidCents), method: nameMethod(i18n, method) })}
        {', '}
        {t('waiting.asked', { name: askedByName, at: showMoment(askedAt) })}
        {': '}
        {refund.reason}
      </span>
    </span>
  );
}
