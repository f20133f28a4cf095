import { useTranslation } from 'react-i18next';
import { MOST_CASES } from '#shared/contract/hardship-cases.ts';
import type { ListedCase } from '#shared/hardship/case.ts';
import classes from './case-list.module.css';
import { CaseList } from './case-list.tsx';
import { type CaseFilter, filterCases } from './filter-cases.ts';

/** The open cases of everybody, of whoever is signed in, or of nobody. */
export function FilteredCases({
  cases,
  filter,
  chosen,
  onChoose,
}: {
  cases: readonly ListedCase[];
  filter: CaseFilter;
  chosen: string | null;
  onChoose: (caseId: string) => void;
}) {
  const { t } = useTranslation('hardship');
  const shown = filterCases(cases, filter);
  return (
    <>
      {shown.length > 0 ? (
        <CaseList cases={shown} chosen={chosen} onChoose={onChoose} />
      ) : (
        <p className={classes.none}>{t(`none.${filter}`)}</p>
      )}
      {cases.length === MOST_CASES && <p className={classes.none}>{t('most')}</p>}
    </>
  );
}
