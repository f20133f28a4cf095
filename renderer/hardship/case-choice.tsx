import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '#shared/hardship/case.ts';
import { useKeys } from '../parts/keys.ts';
import { caseFilters, filterCases, type ShownCases } from './filter-cases.ts';

const choices: readonly ShownCases[] = [...caseFilters, 'closed'];

/** Whose open cases are shown, or the closed ones; each has a key. */
export function CaseChoice({
  cases,
  shown,
  onChoose,
}: {
  /** The open ones; undefined while they are not known. */
  cases: readonly ListedCase[] | undefined;
  shown: ShownCases;
  onChoose: (shown: ShownCases) => void;
}) {
  const { t } = useTranslation('hardship');
  const keys = choices.map((each, index) => [
    `Ctrl+${index + 1}`,
    { does: t(`filterBy.${each}`), run: () => onChoose(each), shown: 'help' as const },
  ]);
  useKeys(Object.fromEntries(keys));
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      mb="xs"
      aria-label={t('whose')}
      value={shown}
      onChange={value => onChoose(choices.find(each => each === value) ?? 'all')}
      data={choices.map(value => ({
        value,
        label: t(`filter.${value}`, {
          count: value === 'closed' ? 0 : filterCases(cases ?? [], value).length,
        }),
      }))}
    />
  );
}
