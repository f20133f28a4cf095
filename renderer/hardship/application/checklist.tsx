import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistanceApplication, Requirement } from '#shared/assistance/application.ts';
import type { DocumentKind } from '#shared/assistance/policy.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { RequirementChange } from '#shared/contract/applications.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import cases from '../case.module.css';
import classes from './application.module.css';
import { useApplicationChange } from './use-application-change.ts';

type Settle = (kind: DocumentKind, change: RequirementChange) => void;

/** Every document that is asked for, and what became of it; each can be accepted, refused or waived. */
export function Checklist({
  application: { applicationId, requirements, state },
  caseId,
  today,
  mayWork,
}: {
  application: AssistanceApplication;
  caseId: string;
  today: CalendarDate;
  mayWork: boolean;
}) {
  const { t } = useTranslation('application');
  const change = useApplicationChange('applications.requirement', t('heard.settled'));
  const isOpen = mayWork && state === 'waiting_for_documents';
  const settle: Settle = (kind, to) => change.run({ caseId, applicationId, kind, change: to });
  return (
    <div className={classes.block}>
      <h4 id="application-documents" className={classes.heading}>
        {t('documents')}
      </h4>
      <ul aria-labelledby="application-documents">
        {requirements.map(requirement => (
          <li key={requirement.kind}>
            <Document {...{ requirement, today, isOpen, settle }} />
          </li>
        ))}
      </ul>
      <RefusedNote refused={change.refused} />
    </div>
  );
}

function Document({
  requirement: { kind, state, settledOn, why },
  today,
  isOpen,
  settle,
}: {
  requirement: Requirement;
  today: CalendarDate;
  isOpen: boolean;
  settle: Settle;
}) {
  const { t } = useTranslation('application');
  const [asksWhy, setAsksWhy] = useState(false);
  const date = settledOn ? sayDate('en', settledOn, today) : '';
  const isSettled = state === 'accepted' || state === 'waived';
  const named = { kind: t(`kind.${kind}`) };
  return (
    <>
      <div className={classes.document}>
        <span>
          <span>{named.kind}</span>
          <span className={cases.small}>{t(`requirement.${state}`, { date, why: why ?? '' })}</span>
        </span>
        {isOpen && !isSettled && !asksWhy && (
          <span className={classes.buttons}>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('acceptOf', named)}
              onClick={() => settle(kind, { state: 'accepted', on: settledOn ?? today })}
            >
              {t('accept')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('otherOf', named)}
              onClick={() => setAsksWhy(true)}
            >
              {t('other')}
            </Button>
          </span>
        )}
      </div>
      {asksWhy && (
        <WhyForm
          onGiven={(to, reason) => {
            settle(kind, { state: to, why: reason });
            setAsksWhy(false);
          }}
          onCancel={() => setAsksWhy(false)}
        />
      )}
    </>
  );
}

function WhyForm({
  onGiven,
  onCancel,
}: {
  onGiven: (state: 'refused' | 'waived', why: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('application');
  const reason = useReason();
  const give = (state: 'refused' | 'waived') => {
    const why = reason.give();
    if (why !== undefined) onGiven(state, why);
  };
  return (
    <div className={classes.block}>
      <ReasonBox autoFocus reason={reason} label={t('whyDocument')} hint={t('whyDocumentHint')} />
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={() => give('refused')}>
          {t('refuse')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => give('waived')}>
          {t('waive')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
