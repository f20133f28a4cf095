import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '#shared/hardship/case.ts';
import { useTakesFocus } from '../parts/focus.ts';
import { moveAmongRows } from '../parts/move-among-rows.ts';
import rows from '../parts/rows.module.css';
import { CaseRow } from './case-row.tsx';

/** The cases in the order in which they want to be worked on. Arrow keys move, Enter opens. */
export function CaseList({
  cases,
  chosen,
  onChoose,
}: {
  cases: readonly ListedCase[];
  chosen: string | null;
  onChoose: (caseId: string) => void;
}) {
  const { t } = useTranslation('hardship');
  const first = useTakesFocus<HTMLButtonElement>();
  const firstId = (cases.find(each => each.caseId === chosen) ?? cases[0])?.caseId;
  return (
    <ul aria-label={t('list')} className={rows.list} onKeyDown={moveAmongRows}>
      {cases.map(each => (
        <li key={each.caseId}>
          <UnstyledButton
            className={rows.row}
            aria-current={each.caseId === chosen || undefined}
            onClick={() => onChoose(each.caseId)}
            {...(each.caseId === firstId && { ref: first, 'data-focus-first': true })}
          >
            <CaseRow listed={each} />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
