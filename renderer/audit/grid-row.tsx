import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { SearchedPayment } from '#shared/contract/payment-search.ts';
import { MoneyText } from '../parts/money-text.tsx';
import { gridColumns } from './grid-columns.ts';
import classes from './payment-grid.module.css';
import { showTaken } from './show-taken.ts';
import { toneOf } from './tone-of.ts';

const isCharged = ({ kind }: SearchedPayment['method']) => kind === 'card' || kind === 'ach';

/** One payment that was found. */
export function GridRow({
  payment,
  index,
  top,
  height,
  isActive,
  isChosen,
  onChoose,
}: {
  payment: SearchedPayment;
  index: number;
  top: number;
  height: number;
  isActive: boolean;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { t, i18n } = useTranslation(['search', 'balance']);
  const { takenAt, region, guarantorName, takenByName, method, state, confirmation } = payment;
  const texts = {
    time: showTaken(takenAt, region),
    guarantor: guarantorName,
    taker: takenByName ?? t(isCharged(method) ? 'takerUnknown' : 'byItself'),
    method: nameMethod(i18n, method),
    amount: <MoneyText amount={payment.amountCents} />,
    state: (
      <span className={classes.state} data-tone={toneOf(state)}>
        {t(`balance:states.${state}`)}
      </span>
    ),
    confirmation: confirmation ?? '',
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid cannot be a table, see there
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all of its rows
    <div
      role="row"
      id={`found-${index}`}
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-active={isActive || undefined}
      className={classes.row}
      style={{ top, height }}
      onClick={onChoose}
    >
      {gridColumns.map(({ name }) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div
          key={name}
          role="gridcell"
          tabIndex={-1}
          className={`${classes.cell} ${name === 'amount' ? classes.amount : ''}`}
        >
          {texts[name]}
        </div>
      ))}
    </div>
  );
}
