import { IconCloudOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import type { Refused } from '../desk/refused.ts';
import { useReadAt } from '../desk/use-now.ts';
import { AskAgain } from '../parts/ask-again.tsx';
import { AskNote } from '../parts/ask-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { focusPane } from '../parts/focus.ts';
import { Pane } from '../parts/pane.tsx';
import { ApplicationPart } from './application-part.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseItems } from './case-items.tsx';
import { CaseReferrals } from './case-referrals.tsx';
import { CollectionsPart } from './collections-part.tsx';
import { CaseLetters } from './documents/case-letters.tsx';
import { ProgrammesPart } from './programmes-part.tsx';
import { ScreeningPart } from './screening-part.tsx';

/** The case in the middle, from who it is about to what has happened in it. */
export function CasePane({ found }: { found: UseQueryResult<HardshipCase, Refused> }) {
  const { t } = useTranslation('hardship');
  const { data, error, dataUpdatedAt, isFetching, refetch } = found;
  const readAt = useReadAt(dataUpdatedAt);
  useEffect(() => focusPane('case'), []);
  return (
    <Pane id="case" title={t('case')} scrolledByKey>
      {error && data && <AskNote sign={IconCloudOff}>{t('caseAway', { time: readAt })}</AskNote>}
      {error && !data && (
        <AskAgain takesFocus refused={error} busy={isFetching} again={refetch}>
          {t('again')}
        </AskAgain>
      )}
      {!data && !error && <Busy busy does={t('readingCase')} />}
      {data && <WholeCase hardshipCase={data} />}
    </Pane>
  );
}

function WholeCase({ hardshipCase }: { hardshipCase: HardshipCase }) {
  return (
    <>
      <CaseHead hardshipCase={hardshipCase} />
      <CaseItems hardshipCase={hardshipCase} />
      <CaseReferrals hardshipCase={hardshipCase} />
      <CollectionsPart hardshipCase={hardshipCase} />
      <ScreeningPart hardshipCase={hardshipCase} />
      <ProgrammesPart hardshipCase={hardshipCase} />
      <ApplicationPart hardshipCase={hardshipCase} />
      <CaseLetters hardshipCase={hardshipCase} />
      <CaseHistory hardshipCase={hardshipCase} />
    </>
  );
}
