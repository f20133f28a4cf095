import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import { regions } from '#shared/organization/regions.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';
import { useInstant } from '../../desk/use-now.ts';
import { ApplicationStanding } from '../../hardship/application/application-state.tsx';
import { Decided } from '../../hardship/application/decided.tsx';
import { Decision } from '../../hardship/application/decision.tsx';
import { RuleSays } from '../../hardship/application/rule-says.tsx';
import cases from '../../hardship/case.module.css';
import { ApplicationDocuments } from '../../hardship/documents/application-documents.tsx';
import { AskAgain } from '../../parts/ask-again.tsx';
import { Busy } from '../../parts/busy.tsx';
import type { ChosenApplication } from './chosen-application.ts';

/** A colleague may decide it while it is looked at. */
const READ_AGAIN_MS = 5_000;

/** One application as it stands: what it rests on, what the rule says, what was decided, and the decision to make. */
export function ApplicationPane({ chosen }: { chosen: ChosenApplication }) {
  const { t } = useTranslation('decisions');
  const { caseId, applicationId, guarantorName } = chosen;
  const { data, error, isFetching, refetch } = useQuery<CallOutput<'applications.read'>, Refused>({
    queryKey: ['applications.read', { caseId }],
    queryFn: () => ask('applications.read', { caseId }),
    refetchInterval: READ_AGAIN_MS,
  });
  const application = data?.applications.find(each => each.applicationId === applicationId);
  return (
    <>
      <h3 className={cases.name}>{guarantorName}</h3>
      {error && (
        <AskAgain refused={error} busy={isFetching} again={refetch}>
          {t('again')}
        </AskAgain>
      )}
      {!data && !error && <Busy busy does={t('readingOne')} />}
      {application && <Shown application={application} chosen={chosen} />}
    </>
  );
}

function Shown({
  application,
  chosen: { caseId, region },
}: {
  application: AssistanceApplication;
  chosen: ChosenApplication;
}) {
  const { t } = useTranslation('application');
  const today = dateIn(regions[region].timeZone, useInstant());
  const { determinations, appealedOn, appealNote, proposal } = application;
  return (
    <>
      <ApplicationStanding application={application} today={today} />
      <ApplicationDocuments {...{ application, caseId, today }} mayWork={false} news={0} />
      {determinations.map(each => (
        <Decided key={each.determinationId} determination={each} />
      ))}
      {appealedOn && appealNote && (
        <p className={cases.said}>
          {t('appealSaid', { date: sayDate('en', appealedOn, today), note: appealNote })}
        </p>
      )}
      <RuleSays proposal={proposal} />
      <Decision application={application} caseId={caseId} alwaysReason />
    </>
  );
}
