import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MOST_CASES } from '#shared/contract/hardship-cases.ts';
import type { ListedCase } from '#shared/hardship/case.ts';
import { useKept } from '../desk/kept.ts';
import { useKeys } from '../parts/keys.ts';
import classes from './case-list.module.css';
import { CaseList } from './case-list.tsx';
import { type CaseFilter, caseFilters, filterCases } from './filter-cases.ts';

/** The cases of everybody, of whoever is signed in, or of nobody. */
export function FilteredCases({
  cases,
  chosen,
  onChoose,
}: {
  cases: readonly ListedCase[];
  chosen: string | null;
  onChoose: (caseId: string) => void;
}) {
  const { t } = useTranslation('hardship');
  const [filter, choose] = useKept<CaseFilter>('hardship:filter', 'all');
  const shown = filterCases(cases, filter);
  const keys = caseFilters.map((each, index) => [
    `Ctrl+${index + 1}`,
    { does: t(`filterBy.${each}`), run: () => choose(each), shown: 'help' as const },
  ]);
  useKeys(Object.fromEntries(keys));
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        mb="xs"
        aria-label={t('whose')}
        value={filter}
        onChange={value => choose(caseFilters.find(each => each === value) ?? 'all')}
        data={caseFilters.map(value => ({
          value,
          label: t(`filter.${value}`, { count: filterCases(cases, value).length }),
        }))}
      />
      {shown.length > 0 ? (
        <CaseList cases={shown} chosen={chosen} onChoose={onChoose} />
      ) : (
        <p className={classes.none}>{t(`none.${filter}`)}</p>
      )}
      {cases.length === MOST_CASES && <p className={classes.none}>{t('most')}</p>}
    </>
  );
}
