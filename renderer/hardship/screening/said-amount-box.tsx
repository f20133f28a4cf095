import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../parts/field.tsx';
import { readSaidAmount } from './read-said-amount.ts';

/** A box for an amount as it was said. What is wrong with it is said when it is left. */
export function SaidAmountBox({
  label,
  hint,
  typed,
  isNeeded = false,
  disabled,
  onType,
  onEnter,
}: {
  label: string;
  hint?: string;
  typed: string;
  /** An empty one stands in the way. */
  isNeeded?: boolean;
  disabled: boolean;
  onType: (typed: string) => void;
  onEnter?: () => void;
}) {
  const { t } = useTranslation('screening');
  const [isLeft, setLeft] = useState(false);
  const read = readSaidAmount(typed);
  const fault =
    read.state === 'wrong' ? read.fault : isNeeded && read.state === 'unasked' && read.state;
  return (
    <Field
      label={label}
      {...(hint && { description: hint })}
      leftSection="$"
      inputMode="decimal"
      value={typed}
      disabled={disabled}
      error={isLeft && fault ? t(`amounts.${fault}`) : undefined}
      onChange={event => {
        setLeft(false);
        onType(event.currentTarget.value);
      }}
      onBlur={() => setLeft(true)}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !onEnter) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
