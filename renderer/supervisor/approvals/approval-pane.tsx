import { useTranslation } from 'react-i18next';
import { AskAgain } from '../../parts/ask-again.tsx';
import { Busy } from '../../parts/busy.tsx';
import { RegionClock } from '../../parts/region-clock.tsx';
import { ApprovalFacts } from './approval-facts.tsx';
import { DecideApproval } from './decide-approval.tsx';
import { type ChosenApproval, useApproval } from './use-approvals.ts';

/** One request with what a second person needs to decide it, and their decision. */
export function ApprovalPane({ chosen }: { chosen: ChosenApproval }) {
  const { t } = useTranslation('approvals');
  const { data, error, isFetching, refetch } = useApproval(chosen);
  return (
    <>
      {error && !data && (
        <AskAgain refused={error} busy={isFetching} again={refetch} takesFocus>
          {t('again')}
        </AskAgain>
      )}
      {!data && !error && <Busy busy does={t('readingOne')} />}
      {data && (
        <RegionClock region={data.region}>
          <ApprovalFacts approval={data} />
          <DecideApproval approval={data} />
        </RegionClock>
      )}
    </>
  );
}
