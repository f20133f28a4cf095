import { useState } from 'react';
import { Field } from '../../parts/field.tsx';

/**
 * The box an amount is typed into. What is wrong with it is said when the box is left or Enter is
 * pressed, not while somebody is still typing.
 */
export function AmountBox({
  label,
  text,
  fault,
  onType,
}: {
  label: string;
  text: string;
  fault: string | undefined;
  onType: (text: string) => void;
}) {
  const [left, setLeft] = useState(false);
  return (
    <Field
      label={label}
      value={text}
      leftSection="$"
      inputMode="decimal"
      data-focus-first
      error={left && fault}
      onChange={event => {
        setLeft(false);
        onType(event.currentTarget.value);
      }}
      onFocus={event => event.currentTarget.select()}
      onBlur={event => setLeft(event.currentTarget.value !== '')}
      onKeyDown={event => {
        if (event.key === 'Enter') setLeft(true);
      }}
    />
  );
}
