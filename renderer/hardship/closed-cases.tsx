import { UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ClosedCase } from '#shared/contract/closed-cases.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import { caseNumber } from '#shared/hardship/case-number.ts';
import { ask } from '../desk/ask.ts';
import { useKept } from '../desk/kept.ts';
import { usePages } from '../desk/use-pages.ts';
import { AskAgain } from '../parts/ask-again.tsx';
import { Busy } from '../parts/busy.tsx';
import { Field } from '../parts/field.tsx';
import { MoreRows } from '../parts/more-rows.tsx';
import { moveAmongRows } from '../parts/move-among-rows.ts';
import rows from '../parts/rows.module.css';
import { showMoment } from '../parts/show-time.ts';
import classes from './case-list.module.css';

/** Nobody types a name in one stroke. */
const TYPED_MS = 250;

/** Closed cases, the last closed first, found by name or number. Arrow keys move, Enter opens. */
export function ClosedCases({
  chosen,
  onChoose,
}: {
  chosen: string | null;
  onChoose: (caseId: string) => void;
}) {
  const { t } = useTranslation('hardship');
  const [typed, type] = useKept('hardship:closed', '');
  const [search] = useDebouncedValue(typed.trim(), TYPED_MS);
  const found = usePages<CallOutput<'cases.closed'>>(['cases.closed', search], before =>
    ask('cases.closed', { search, before }),
  );
  const { data, error, isFetching, refetch } = found;
  const cases = data?.pages.flatMap(page => page.cases);
  return (
    <>
      <Field
        type="search"
        mb="xs"
        data-focus-first
        label={t('searchClosed')}
        description={t('searchHint')}
        maxLength={120}
        value={typed}
        onChange={event => type(event.currentTarget.value)}
      />
      {error && !data && (
        <AskAgain refused={error} busy={isFetching} again={refetch}>
          {t('again')}
        </AskAgain>
      )}
      {!data && !error && <Busy busy does={t('readingClosed')} />}
      {cases?.length === 0 && (
        <p className={classes.none}>{t(search === '' ? 'noneClosed' : 'noneFound')}</p>
      )}
      {cases && cases.length > 0 && (
        <ul aria-label={t('closedList')} className={rows.list} onKeyDown={moveAmongRows}>
          {cases.map(each => (
            <li key={each.caseId}>
              <UnstyledButton
                className={rows.row}
                aria-current={each.caseId === chosen || undefined}
                onClick={() => onChoose(each.caseId)}
              >
                <ClosedRow found={each} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <MoreRows pages={found}>{t('moreClosed')}</MoreRows>
    </>
  );
}

function ClosedRow({ found: { caseId, guarantorName, closed } }: { found: ClosedCase }) {
  const { t } = useTranslation('hardship');
  const { at, by, outcome, note } = closed;
  return (
    <span className={classes.cells}>
      <span className={classes.who}>{guarantorName}</span>
      <span className={classes.due}>{t('caseNumber', { number: caseNumber(caseId) })}</span>
      <span className={classes.what}>
        {t('closedLine', { at: showMoment(at), by, outcome: t(`outcomes.${outcome}`) })}
      </span>
      <span className={classes.what}>{note}</span>
    </span>
  );
}
