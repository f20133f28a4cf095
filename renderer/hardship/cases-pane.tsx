import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../desk/kept.ts';
import { useReadAt } from '../desk/use-now.ts';
import { AskAgain } from '../parts/ask-again.tsx';
import { AskNote } from '../parts/ask-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Keycap } from '../parts/keycap.tsx';
import { Pane } from '../parts/pane.tsx';
import { CaseChoice } from './case-choice.tsx';
import { ClosedCases } from './closed-cases.tsx';
import type { ShownCases } from './filter-cases.ts';
import { FilteredCases } from './filtered-cases.tsx';
import { useCases } from './use-cases.ts';

export const OPEN_KEY = 'Ctrl+N';

/** What is to be done for whom, the urgent first. */
export function CasesPane({
  chosen,
  onChoose,
  onOpen,
}: {
  chosen: string | null;
  onChoose: (caseId: string) => void;
  /** Another one is to be opened by hand. */
  onOpen: () => void;
}) {
  const { t } = useTranslation('hardship');
  const { data, error, dataUpdatedAt, isFetching, refetch } = useCases();
  const [shown, show] = useKept<ShownCases>('hardship:filter', 'all');
  const time = useReadAt(dataUpdatedAt);
  const opens = (
    <Button
      size="compact-sm"
      variant="default"
      aria-keyshortcuts="Control+N"
      rightSection={<Keycap name={OPEN_KEY} />}
      onClick={onOpen}
    >
      {t('open')}
    </Button>
  );
  return (
    <Pane id="cases" title={t('cases')} aside={opens}>
      {error && data && (
        <AskNote sign={IconCloudOff}>
          {error.reason === 'unreachable' ? t('away', { time }) : error.message}
        </AskNote>
      )}
      {error && !data && (
        <AskAgain takesFocus refused={error} busy={isFetching} again={refetch}>
          {t('again')}
        </AskAgain>
      )}
      {!data && !error && <Busy busy does={t('reading')} />}
      <CaseChoice cases={data?.cases} shown={shown} onChoose={show} />
      {shown === 'closed' && <ClosedCases chosen={chosen} onChoose={onChoose} />}
      {shown !== 'closed' && data?.cases.length === 0 && (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      )}
      {shown !== 'closed' && data && data.cases.length > 0 && (
        <FilteredCases cases={data.cases} filter={shown} chosen={chosen} onChoose={onChoose} />
      )}
    </Pane>
  );
}
