import { useTranslation } from 'react-i18next';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import { applicationMoves } from '#shared/assistance/application-states.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import cases from '../case.module.css';
import { ApplicationDocuments } from '../documents/application-documents.tsx';
import { ApplicationStanding } from './application-state.tsx';
import { Decided } from './decided.tsx';
import { Decision } from './decision.tsx';
import { NoteForm } from './note-form.tsx';
import { RuleSays } from './rule-says.tsx';
import { SubmitForm } from './submit-form.tsx';
import { useApplicationChange } from './use-application-change.ts';

interface Shown {
  readonly application: AssistanceApplication;
  readonly caseId: string;
  readonly today: CalendarDate;
  /** The case is this counselor's. */
  readonly mayWork: boolean;
  /** How much the case's history has. */
  readonly news: number;
}

/** One application from draft to what became of it, with what comes next. */
export function ApplicationCard(shown: Shown) {
  const { application, caseId, today, mayWork } = shown;
  const { t } = useTranslation('application');
  const { state, determinations, appealNote, appealedOn, closingNote } = application;
  const isOpen = applicationMoves[state].length > 0;
  return (
    <>
      <ApplicationStanding application={application} today={today} />
      {state === 'draft' && mayWork && <SubmitForm {...shown} />}
      <ApplicationDocuments {...shown} />
      {determinations.map(determination => (
        <Decided key={determination.determinationId} determination={determination} />
      ))}
      {appealedOn && appealNote && (
        <p className={cases.said}>
          {t('appealSaid', { date: sayDate('en', appealedOn, today), note: appealNote })}
        </p>
      )}
      {closingNote && <p className={cases.said}>{t('withdrawnBecause', { note: closingNote })}</p>}
      {isOpen && state !== 'denied' && <RuleSays proposal={application.proposal} />}
      <Decision application={application} caseId={caseId} />
      {mayWork && <Endings {...shown} />}
    </>
  );
}

/** An appeal against a denial, and the withdrawal of what is open. */
function Endings({ application, caseId, today }: Shown) {
  const { t } = useTranslation('application');
  const { applicationId, state, determinations } = application;
  const appeal = useApplicationChange('applications.appeal', t('heard.appealed'));
  const withdraw = useApplicationChange('applications.withdraw', t('heard.withdrawn'));
  const until = determinations.at(-1)?.appealUntil;
  if (state === 'denied' && until && today <= until) {
    return (
      <NoteForm
        key="appeal"
        does={t('appeal')}
        label={t('appealNote')}
        hint={t('appealHint')}
        {...appeal}
        onGiven={note => appeal.run({ caseId, applicationId, note })}
      />
    );
  }
  if (!applicationMoves[state].includes('withdrawn')) return null;
  return (
    <NoteForm
      key="withdraw"
      does={t('withdraw')}
      label={t('withdrawNote')}
      hint={t('withdrawHint')}
      {...withdraw}
      onGiven={note => withdraw.run({ caseId, applicationId, note })}
    />
  );
}
