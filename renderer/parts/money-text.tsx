import type { Cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import classes from './money-text.module.css';

/** Money, in tabular figures, the sign before the symbol, cents always. `large` is the one amount of a page. */
export function MoneyText({ amount, size }: { amount: Cents; size?: 'large' }) {
  return (
    <span className={classes.money} data-size={size}>
      {showMoney(amount)}
    </span>
  );
}
