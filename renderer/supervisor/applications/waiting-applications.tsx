import { UnstyledButton } from '@mantine/core';
import type { InfiniteData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/desk/calls.ts';
import { MoreRows } from '../../parts/more-rows.tsx';
import { moveAmongRows } from '../../parts/move-among-rows.ts';
import look from '../../parts/rows.module.css';
import page from '../supervisor-page.module.css';
import type { ChosenApplication } from './chosen-application.ts';
import type { useWaitingApplications } from './use-application-lists.ts';
import { WaitingRow } from './waiting-row.tsx';

/** Applications and appeals to be decided, what is due first coming first. Arrow keys move, Enter chooses. */
export function WaitingApplications({
  waiting,
  data,
  chosen,
  onChoose,
}: {
  waiting: ReturnType<typeof useWaitingApplications>;
  data: InfiniteData<CallOutput<'applications.waiting'>>;
  chosen: ChosenApplication | null;
  onChoose: (application: ChosenApplication) => void;
}) {
  const { t } = useTranslation('decisions');
  const rows = data.pages.flatMap(({ applications }) => applications);
  return (
    <>
      <h1 className={page.title}>
        {rows.length === 0
          ? t('noneTitle')
          : t(waiting.hasNextPage ? 'countMore' : 'count', { count: rows.length })}
      </h1>
      <p className={page.intro}>{t(rows.length === 0 ? 'none' : 'intro')}</p>
      {rows.length > 0 && (
        <ul aria-label={t('list')} className={look.list} onKeyDown={moveAmongRows}>
          {rows.map((application, index) => (
            <li key={application.applicationId}>
              <UnstyledButton
                className={look.row}
                aria-current={application.applicationId === chosen?.applicationId || undefined}
                onClick={() => onChoose(application)}
                {...(index === 0 && { 'data-focus-first': true })}
              >
                <WaitingRow application={application} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <MoreRows pages={waiting}>{t('more')}</MoreRows>
    </>
  );
}
