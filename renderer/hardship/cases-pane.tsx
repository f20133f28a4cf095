import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '#shared/calendar/dates.ts';
import { AskNote } from '../parts/ask-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Pane } from '../parts/pane.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import { showClock } from '../parts/show-time.ts';
import { CaseList } from './case-list.tsx';
import { useCases } from './use-cases.ts';

/** What is to be done for whom, the urgent first. */
export function CasesPane({
  chosen,
  onChoose,
}: {
  chosen: string | null;
  onChoose: (caseId: string) => void;
}) {
  const { t } = useTranslation('hardship');
  const { data, error, dataUpdatedAt, isFetching, refetch } = useCases();
  const time = showClock(instantOf(dataUpdatedAt));
  return (
    <Pane id="cases" title={t('cases')}>
      {error && data && (
        <AskNote sign={IconCloudOff}>
          {error.reason === 'unreachable' ? t('away', { time }) : error.message}
        </AskNote>
      )}
      {error && !data && (
        <RefusedNote refused={error}>
          <Button
            size="compact-sm"
            variant="default"
            mt="xs"
            data-focus-first
            loading={isFetching}
            onClick={() => void refetch()}
          >
            {t('again')}
          </Button>
        </RefusedNote>
      )}
      <Busy busy={!data && !error} does={t('reading')} />
      {data?.cases.length === 0 && <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>}
      {data && data.cases.length > 0 && (
        <CaseList cases={data.cases} chosen={chosen} onChoose={onChoose} />
      )}
    </Pane>
  );
}
