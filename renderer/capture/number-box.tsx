import { type Ref, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { brandName, type CardBrand } from '#shared/cards/brands.ts';
import { EntryBox } from './entry-box.tsx';
import { caretIn, groupNumber } from './group-number.ts';

/** The card number, grouped as it is typed, the brand named as soon as it is recognised. */
export function NumberBox({
  value,
  brand,
  complaint,
  onType,
  onLeave,
  ref,
}: {
  value: string;
  brand: CardBrand | undefined;
  complaint: string | undefined;
  onType: (number: string) => void;
  onLeave: () => void;
  ref: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation('capture');
  const box = useRef<HTMLInputElement | null>(null);
  const caret = useRef<number | null>(null);

  // Setting a box's value moves its caret to the end; it is put back before anything is painted.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  return (
    <EntryBox
      ref={input => {
        box.current = input;
        if (typeof ref === 'function') ref(input);
        else if (ref) ref.current = input;
      }}
      id="number"
      label={t('number')}
      inputMode="numeric"
      value={value}
      complaint={complaint}
      onBlur={onLeave}
      onType={input => {
        const grouped = groupNumber(input.value);
        caret.current = caretIn(grouped, input.value, input.selectionStart ?? grouped.length);
        onType(grouped);
      }}
    >
      <span className="brand" role="status">
        {brand ? brandName[brand] : ''}
      </span>
    </EntryBox>
  );
}
