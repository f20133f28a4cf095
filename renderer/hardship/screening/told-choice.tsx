import { Input, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Told } from './household-form.ts';

const answers = ['unasked', 'yes', 'no'] as const;

/** A question with yes and no, and not asked yet. */
export function ToldChoice({
  label,
  told,
  disabled,
  onTell,
}: {
  label: string;
  told: Told;
  disabled: boolean;
  onTell: (told: Told) => void;
}) {
  const { t } = useTranslation('screening');
  return (
    <Input.Wrapper label={label} labelElement="div">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        value={told}
        disabled={disabled}
        onChange={chosen => onTell(answers.find(each => each === chosen) ?? 'unasked')}
        data={answers.map(value => ({ value, label: t(`told.${value}`) }))}
      />
    </Input.Wrapper>
  );
}
