import { Checkbox, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskAgain } from '../../parts/ask-again.tsx';
import { MoreRows } from '../../parts/more-rows.tsx';
import { moveAmongRows } from '../../parts/move-among-rows.ts';
import look from '../../parts/rows.module.css';
import list from '../exceptions/outcome-list.module.css';
import type { ChosenApplication } from './chosen-application.ts';
import { DecidedApplicationRow } from './decided-application-row.tsx';
import { useDecidedApplications } from './use-application-lists.ts';

/** What was decided, the newest first: all of it, or what is not as the rule said. */
export function DecidedApplications({
  chosen,
  onChoose,
}: {
  chosen: ChosenApplication | null;
  onChoose: (application: ChosenApplication) => void;
}) {
  const { t } = useTranslation('decisions');
  const [onlyOver, setOnlyOver] = useState(false);
  const decided = useDecidedApplications(onlyOver ? 'overrides' : 'all');
  const { data, error, isFetching, refetch } = decided;
  const rows = data?.pages.flatMap(({ applications }) => applications);
  return (
    <section aria-label={t('decidedTitle')} className={list.credits}>
      <h2 className={list.title}>{t('decidedTitle')}</h2>
      <Checkbox
        size="xs"
        mb="sm"
        label={t('onlyOver')}
        checked={onlyOver}
        onChange={event => setOnlyOver(event.currentTarget.checked)}
      />
      {error && !data && (
        <AskAgain refused={error} busy={isFetching} again={refetch}>
          {t('again')}
        </AskAgain>
      )}
      {rows?.length === 0 && (
        <p className={list.none}>{t(onlyOver ? 'noneOver' : 'noneDecided')}</p>
      )}
      {rows && rows.length > 0 && (
        <ul aria-label={t('decidedTitle')} className={look.list} onKeyDown={moveAmongRows}>
          {rows.map(each => (
            <li key={each.determinationId}>
              <UnstyledButton
                className={look.row}
                aria-current={each.applicationId === chosen?.applicationId || undefined}
                onClick={() => onChoose(each)}
              >
                <DecidedApplicationRow decided={each} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <MoreRows pages={decided}>{t('earlier')}</MoreRows>
    </section>
  );
}
