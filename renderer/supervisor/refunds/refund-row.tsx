import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { PaymentMethod } from '#shared/billing/payment-method.ts';
import type { RefundToPayOut } from '#shared/contract/refunds.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { showMomentIn } from '../../parts/region-clock.tsx';
import { DecidedRow } from '../decisions/decided-row.tsx';

const isCharged = ({ kind }: PaymentMethod) => kind === 'card' || kind === 'ach';

/** A refund on a list: of what it is a part, and who asked for it and why. */
export function RefundRow({ refund }: { refund: RefundToPayOut }) {
  const { t, i18n } = useTranslation('afterPayment');
  const { paidCents, method, askedByName, askedAt, reason } = refund;
  return (
    <DecidedRow {...refund}>
      {t(isCharged(method) ? 'waiting.of' : 'waiting.ofArrived', {
        amount: showMoney(paidCents),
        method: nameMethod(i18n, method),
      })}
      {', '}
      {t('waiting.asked', { name: askedByName, at: showMomentIn(refund.region, askedAt) })}
      {': '}
      {reason}
    </DecidedRow>
  );
}
