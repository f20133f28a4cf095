import { useState } from 'react';
import { cents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { FilterBox } from './filter-box.tsx';

/** Nobody can have typed it: the search says that this is no amount. */
const NO_AMOUNT = -1;

function amountOf(typed: string | null): number | null {
  if (typed === null) return null;
  const read = parseAmount(typed);
  if (read.ok) return read.amountCents;
  return read.fault === 'zero' ? 0 : NO_AMOUNT;
}

/** One end of a range of amounts, as it is typed. */
export function AmountFilter({
  label,
  amount,
  error,
  onChange,
}: {
  label: string;
  amount: number | null;
  error: string | undefined;
  onChange: (amount: number | null) => void;
}) {
  const [typed, setTyped] = useState(() =>
    amount === null || amount < 0 ? null : showMoney(cents(amount)),
  );
  return (
    <FilterBox
      label={label}
      error={error}
      value={typed}
      onChange={value => {
        setTyped(value);
        onChange(amountOf(value));
      }}
    />
  );
}
