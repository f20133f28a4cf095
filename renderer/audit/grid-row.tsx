import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchedPayment } from '#shared/contract/payment-search.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { GridRow, type RowPlace } from '../grid/grid-row.tsx';
import { MoneyText } from '../parts/money-text.tsx';
import { gridColumns } from './grid-columns.ts';
import classes from './payment-grid.module.css';
import { showTakenIn } from './show-taken.ts';
import { toneOf } from './tone-of.ts';
import { useShortMethod } from './use-short-method.ts';

/** What a row shows; a row of the desk's copy does not know who took it. */
export type ShownPayment = Omit<SearchedPayment, 'takenByName' | 'stateAt'> & {
  readonly takenByName?: string | null;
};

function takerWord({ takenByName, method }: ShownPayment) {
  if (method.kind !== 'card' && method.kind !== 'ach') return 'byItself';
  return takenByName === undefined ? 'takerNotCopied' : 'takerUnknown';
}

/** One payment that was found; drawn again only when it changed. */
export const PaymentRow = memo(function PaymentRow({
  payment,
  onChoose,
  ...place
}: RowPlace & { payment: ShownPayment; onChoose: (key: AttemptKey) => void }) {
  const { t } = useTranslation(['search', 'balance']);
  const shortMethod = useShortMethod();
  const { takenAt, region, guarantorName, takenByName, method, state, confirmation } = payment;
  const texts = {
    time: showTakenIn(takenAt, region),
    guarantor: guarantorName,
    taker: takenByName ?? t(takerWord(payment)),
    method: shortMethod(method),
    amount: <MoneyText amount={payment.amountCents} />,
    state: (
      <span className={classes.state} data-tone={toneOf(state)}>
        {t(`balance:states.${state}`)}
      </span>
    ),
    confirmation: confirmation ?? '',
  };
  return (
    <GridRow
      {...place}
      columns={gridColumns}
      cells={texts}
      onChoose={() => onChoose(payment.key)}
    />
  );
});
