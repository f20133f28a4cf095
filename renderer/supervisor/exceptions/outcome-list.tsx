import { UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_EXCEPTIONS, type UnknownOutcome } from '#shared/contract/exceptions.ts';
import { isOpen } from '#shared/payments/states.ts';
import { announce } from '../../parts/announce.tsx';
import { moveAmongRows } from '../../parts/move-among-rows.ts';
import rows from '../../parts/rows.module.css';
import page from '../supervisor-page.module.css';
import classes from './outcome-list.module.css';
import { OutcomeRow } from './outcome-row.tsx';

/** The payments whose outcome is open, the oldest first. Arrow keys move, Enter chooses. */
export function OutcomeList({
  outcomes,
  chosenKey,
  onChoose,
}: {
  outcomes: readonly UnknownOutcome[];
  chosenKey: string | undefined;
  onChoose: (outcome: UnknownOutcome) => void;
}) {
  const { t } = useTranslation('exceptions');
  const count = outcomes.filter(each => isOpen(each.state)).length;
  useEffect(() => announce(count > 0 ? t('heard', { count }) : t('emptyTitle')), [count, t]);
  return (
    <>
      <h1 className={page.title}>{count > 0 ? t('count', { count }) : t('emptyTitle')}</h1>
      <p className={page.intro}>{t(count > 0 ? 'intro' : 'empty')}</p>
      {outcomes.length > 0 && (
        <ul aria-label={t('list')} className={rows.list} onKeyDown={moveAmongRows}>
          {outcomes.map((outcome, index) => (
            <li key={outcome.key}>
              <UnstyledButton
                className={rows.row}
                aria-current={outcome.key === chosenKey || undefined}
                onClick={() => onChoose(outcome)}
                {...(index === 0 && { 'data-focus-first': true })}
              >
                <OutcomeRow outcome={outcome} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {outcomes.length === MOST_EXCEPTIONS && (
        <p className={classes.most}>{t('most', { count: MOST_EXCEPTIONS })}</p>
      )}
    </>
  );
}
